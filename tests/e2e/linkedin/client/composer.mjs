import { element } from './dom.mjs';
import { own, witness } from './witness.mjs';

/**
 * The button that opens the composer, and the dialog it opens in `place`. `makeEditor(container)`
 * returns a Quill; closing throws it away, opening again makes a new one.
 * `dialogClass` and `stateClass` are what the page of that time calls its parts.
 */
export function installComposer({ entry, place, labels, dialogClass, makeEditor }) {
  const composer = { quill: null, dialog: null, open, close };
  const trigger = element(
    'button',
    { class: 'share-box-feed-entry__trigger artdeco-button--tertiary', onclick: () => open() },
    labels.start,
  );
  own(() => entry.append(trigger));
  return composer;

  function open(text = '') {
    if (composer.dialog) return;
    const container = element('div', { class: 'ql-container' });
    composer.dialog = dialogAround(container, labels, dialogClass, { close, post });
    own(() => {
      place.append(composer.dialog);
      composer.quill = makeEditor(container);
      label(composer.quill.root, labels);
      if (text) composer.quill.setText(text, 'api');
      composer.quill.setSelection(composer.quill.getLength() - 1, 0, 'silent');
    });
  }

  function close() {
    own(() => composer.dialog?.remove());
    composer.dialog = null;
    composer.quill = null;
  }

  function post() {
    witness.posts.push(composer.quill.getText());
    close();
  }
}

function dialogAround(container, labels, dialogClass, { close, post }) {
  const title = element('h2', { id: 'share-to-linkedin-modal__header' }, labels.dialog);
  const dismiss = element(
    'button',
    { class: 'artdeco-modal__dismiss', 'aria-label': labels.close, onclick: close },
    '×',
  );
  return element(
    'div',
    { class: dialogClass, role: 'dialog', 'aria-labelledby': title.id },
    element(
      'div',
      { class: 'share-creation-state' },
      element('div', { class: 'share-creation-state__header' }, title, dismiss),
      element('div', { class: 'share-creation-state__text-editor editor-content' }, container),
      element(
        'div',
        { class: 'share-actions__footer' },
        element(
          'button',
          { class: 'share-actions__primary-action artdeco-button', onclick: post },
          labels.post,
        ),
      ),
    ),
  );
}

function label(root, labels) {
  const attributes = {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': labels.editor,
    'aria-placeholder': labels.placeholder,
    'data-placeholder': labels.placeholder,
    'data-gramm': 'false',
    'data-test-ql-editor-contenteditable': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
}

/** The text that a link to the composer brings along: `?shareActive=true&text=…`. */
export function prefilledText() {
  const query = new URLSearchParams(location.search);
  return query.get('shareActive') === 'true' ? (query.get('text') ?? '') : null;
}
