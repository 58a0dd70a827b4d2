// biome-ignore-all lint/performance/useDomNodeTextContent: what is shown counts, not what is in the tree.
import { element } from './dom.mjs';
import { own, witness } from './witness.mjs';

/** The overlay for private messages: a box that no extension of ours may ever read. */
export function showMessaging(overlay, labels) {
  const box = element(
    'div',
    {
      class: 'msg-form__contenteditable t-14 t-black--light t-normal flex-grow-1 full-height notranslate',
      contenteditable: 'true',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': labels.messageEditor,
    },
    element('p', {}, element('br')),
  );
  const send = element(
    'button',
    { type: 'submit', class: 'msg-form__send-button artdeco-button' },
    labels.send,
  );
  const form = element(
    'form',
    {
      class: 'msg-form',
      onsubmit: (event) => {
        event.preventDefault();
        witness.messages.push(box.innerText);
      },
    },
    element('div', { class: 'msg-form__msg-content-container' }, box),
    send,
  );
  own(() =>
    overlay.append(
      element('div', { class: 'msg-overlay-conversation-bubble' }, element('h2', {}, labels.messages), form),
    ),
  );
  return { text: () => box.innerText };
}
