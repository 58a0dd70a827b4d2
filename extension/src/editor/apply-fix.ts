// A fix goes in the way typing does, through the selection and the editor's own input path, so that undo and
// the editor's model keep step. Writing to the DOM would lose both.
import { textAfter, textBefore } from './beside.ts';
import { enter, inputPathOf, nextFrame } from './input-path.ts';
import type { TextMap } from './text-map.ts';

export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** Applies edits to a text that `read` reads anew; false when the editor took none of one of them. */
export async function applyEdits(
  editor: HTMLElement,
  edits: readonly TextEdit[],
  read: () => TextMap,
): Promise<boolean> {
  await enter(editor);
  const fromLast = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  for (const edit of fromLast) {
    if (!(await applyEdit(editor, edit, read))) return false;
  }
  return true;
}

/**
 * Types `text` where the caret is, behind what is selected: nothing that was written is replaced. A word that stands
 * right beside gets a paragraph of its own, or it would become part of a link at the end.
 */
export async function insertAtCaret(
  editor: HTMLElement,
  text: string,
  read: () => TextMap,
): Promise<boolean> {
  const selection = selectionIn(editor);
  const { endContainer, endOffset } = selection?.rangeCount ? selection.getRangeAt(0) : new Range();
  await enter(editor);
  const before = read().text;
  // Where the caret was before the editor got the focus; an editor never entered begins where it likes.
  if (editor.contains(endContainer)) selection?.collapse(endContainer, endOffset);
  await inputPathOf(editor)(editor, setApart(text, editor, endContainer, endOffset));
  return hasTaken(before, read);
}

function setApart(text: string, editor: Element, node: Node, at: number): string {
  if (!editor.contains(node)) return text;
  const before = /\S$/.test(textBefore(editor, node, at)) ? '\n\n' : '';
  const after = /^\S/.test(textAfter(editor, node, at)) ? '\n\n' : '';
  return before + text + after;
}

/** Chromium keeps a shadow root's selection apart from the document's. */
function selectionIn(editor: HTMLElement): Selection | null {
  const root = editor.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? editor.ownerDocument.getSelection();
}

async function applyEdit(editor: HTMLElement, edit: TextEdit, read: () => TextMap): Promise<boolean> {
  const before = read();
  const range = before.range(edit.start, edit.end);
  if (touchesLocked(range, editor)) return false;
  const selection = editor.ownerDocument.getSelection();
  if (!selection) return false;
  selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  await inputPathOf(editor)(editor, edit.text);
  return hasTaken(before.text, read);
}

/** Asked a frame later: an editor whose model took nothing puts the text back as it was. */
async function hasTaken(before: string, read: () => TextMap): Promise<boolean> {
  await nextFrame();
  return read().text !== before;
}

/** Mentions and other embeds are one piece to their editor: they are not half replaced. */
function touchesLocked(range: Range, editor: Element): boolean {
  return [range.startContainer, range.endContainer].some((node) => {
    const element = node instanceof Element ? node : node.parentElement;
    const locked = element?.closest('[contenteditable="false"]');
    return locked !== null && locked !== undefined && editor.contains(locked);
  });
}
