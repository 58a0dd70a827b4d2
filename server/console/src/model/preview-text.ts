/** The text of an editable element and the way back from positions in it to the DOM. */

export interface Piece {
  node: Text;
  start: number;
}

/** Line breaks count as "\n" whether the browser keeps them as text or as <br>. */
export function readText(root: HTMLElement): { text: string; pieces: Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const pieces: Piece[] = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      pieces.push({ node, start: text.length });
      text += node.data;
    } else if (node.nodeName === 'BR' && node !== root.lastChild) {
      text += '\n';
    }
  }
  return { text, pieces };
}

/** A DOM range for a half-open range of the text, or null when the text has changed under it. */
export function toRange(pieces: Piece[], start: number, end: number): Range | null {
  const from = place(pieces, start, true);
  const to = place(pieces, end, false);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function place(pieces: Piece[], at: number, opens: boolean): { node: Text; offset: number } | null {
  for (const { node, start } of pieces) {
    const end = start + node.length;
    if (at < end || (at === end && !opens) || (at === end && node === pieces.at(-1)?.node)) {
      return at < start ? null : { node, offset: at - start };
    }
  }
  return null;
}
