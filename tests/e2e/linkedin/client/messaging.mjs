// biome-ignore-all lint/performance/useDomNodeTextContent: what is shown counts, not what is in the tree.
import { element } from './dom.mjs';
import { own, witness } from './witness.mjs';

/**
 * The overlay for private messages: a box that no extension of ours may ever read. `makeEditor`, when
 * given, makes it a Quill like the composer's, which must not be taken for one.
 */
export function showMessaging(place, labels, makeEditor) {
  const content = element('div', { class: 'msg-form__msg-content-container' });
  const send = element(
    'button',
    { type: 'submit', class: 'msg-form__send-button artdeco-button' },
    labels.send,
  );
  const form = element('form', { class: 'msg-form' }, content, send);
  own(() => {
    place.append(
      element('div', { class: 'msg-overlay-conversation-bubble' }, element('h2', {}, labels.messages), form),
    );
  });
  const box = own(() => (makeEditor ? quillBox(content, makeEditor) : plainBox(content)));
  own(() => label(box, labels));
  form.onsubmit = (event) => {
    event.preventDefault();
    witness.messages.push(box.innerText);
  };
  return { text: () => box.innerText };
}

function plainBox(content) {
  const box = element('div', { contenteditable: 'true' }, element('p', {}, element('br')));
  content.append(box);
  return box;
}

function quillBox(content, makeEditor) {
  const container = element('div', { class: 'ql-container' });
  content.append(container);
  return makeEditor(container).root;
}

function label(box, labels) {
  box.classList.add('msg-form__contenteditable', 't-14', 'notranslate');
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-multiline', 'true');
  box.setAttribute('aria-label', labels.messageEditor);
}
