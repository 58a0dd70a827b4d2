import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { Editor, EditorState } from 'draft-js';
import { $createParagraphNode, $getRoot, createEditor as createLexical } from 'lexical';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

/** Editors that keep a model of their own and draw the page from it; `window.__models` says what is in it. */
const models = {};
window.__models = models;

const EMPTY = [{ type: 'paragraph', children: [{ text: '' }] }];

function SlateBox() {
  const [editor] = useState(() => withHistory(withReact(createEditor())));
  models.Slate = () => editor.children.map(Node.string).join('\n');
  const box = createElement(Editable, { 'aria-label': 'Slate', style: { minHeight: 48 } });
  return createElement(Slate, { editor, initialValue: EMPTY }, box);
}

function DraftBox() {
  const [editorState, onChange] = useState(() => EditorState.createEmpty());
  models.Draft = () => editorState.getCurrentContent().getPlainText('\n');
  return createElement(Editor, { editorState, onChange, ariaLabel: 'Draft' });
}

function lexicalBox() {
  const box = document.createElement('div');
  box.ariaLabel = 'Lexical';
  box.contentEditable = 'true';
  box.style.minHeight = '48px';
  const editor = createLexical({ onError: console.error });
  models.Lexical = () => editor.getEditorState().read(() => $getRoot().getTextContent());
  editor.setRootElement(box);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(() => $getRoot().append($createParagraphNode()));
  return box;
}

document.body.append(lexicalBox());
createRoot(document.querySelector('#models')).render([
  createElement(SlateBox, { key: 'slate' }),
  createElement(DraftBox, { key: 'draft' }),
]);
