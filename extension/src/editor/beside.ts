// What stands right beside a place in an editor, on the same line and in whatever inline element: the words of a
// text node, of a hashtag or mention after it, or nothing.
import { endsLine } from './text-map.ts';

type Way = 'previousNode' | 'nextNode';

export function textBefore(editor: Element, node: Node, at: number): string {
  if (node instanceof Text) return node.data.slice(0, at) || seek(editor, node, 'previousNode');
  const next = node.childNodes[at];
  if (next) return seek(editor, next, 'previousNode');
  const leaf = lastLeaf(node);
  return said(leaf) ?? seek(editor, leaf, 'previousNode');
}

export function textAfter(editor: Element, node: Node, at: number): string {
  if (node instanceof Text) return node.data.slice(at) || seek(editor, node, 'nextNode');
  const last = node.childNodes[at - 1];
  return seek(editor, last ? lastLeaf(last) : node, 'nextNode');
}

function seek(editor: Element, from: Node, way: Way): string {
  const walker = editor.ownerDocument.createTreeWalker(
    editor,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
  );
  walker.currentNode = from;
  for (let node = walker[way](); node; node = walker[way]()) {
    const text = said(node);
    if (text !== null) return text;
  }
  return '';
}

/** Null: nothing yet, the next node says more. */
function said(node: Node): string | null {
  if (node instanceof Element) return endsLine(node) ? '' : null;
  return node.nodeValue || null;
}

function lastLeaf(node: Node): Node {
  return node.lastChild ? lastLeaf(node.lastChild) : node;
}
