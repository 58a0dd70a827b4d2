import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { element } from './dom.mjs';
import { witness } from './witness.mjs';

function commentForm(place, labels, editorPlace, text) {
  const submit = element(
    'button',
    { type: 'submit', class: 'comments-comment-box__submit-button artdeco-button' },
    labels.comment,
  );
  place.append(
    element(
      'form',
      {
        class: 'comments-comment-box__form',
        onsubmit: (event) => {
          event.preventDefault();
          witness.comments.push(text());
        },
      },
      editorPlace,
      submit,
    ),
  );
}

/** Comments as on the page of 2026: Tiptap on ProseMirror. */
export function showTiptapComments(place, labels) {
  const editorPlace = element('div', { class: 'comments-comment-texteditor' });
  const editor = new Editor({
    element: editorPlace,
    extensions: [StarterKit],
    // The style sheet it would add does not pass the content security policy.
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': labels.commentEditor },
    },
  });
  const text = () => editor.getText({ blockSeparator: '\n' });
  commentForm(place, labels, editorPlace, text);
  return { text };
}

/** Comments as on the older page: a second Quill. */
export function showQuillComments(place, labels, makeQuill) {
  const container = element('div', { class: 'comments-comment-texteditor ql-container' });
  commentForm(place, labels, container, () => quill.getText());
  const quill = makeQuill(container);
  quill.root.setAttribute('role', 'textbox');
  quill.root.setAttribute('aria-label', labels.commentEditor);
  return { text: () => quill.getText() };
}
