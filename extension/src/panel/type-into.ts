/** Replaces part of a text area's text the way typing does: the browser's undo knows it, `input` is fired. */
export function typeInto(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  if (start === end && text === '') return;
  const { ownerDocument } = area;
  ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text);
}
