/**
 * Quill asks the document for selection and focus, which stop at a shadow root's host. LinkedIn's
 * composer works inside one, so this does what its own build must do: ask the root.
 */
export function selectInside(root, quill) {
  const { selection } = quill;
  const composed = () => {
    const [range] = document.getSelection()?.getComposedRanges({ shadowRoots: [root] }) ?? [];
    return range && root.contains(range.startContainer) ? range : null;
  };
  selection.hasFocus = () => root.activeElement === selection.root;
  selection.getNativeRange = () => {
    const range = composed();
    return range && selection.normalizeNative(range);
  };
  selection.setNativeRange = (startNode, startOffset, endNode = startNode, endOffset = startOffset) => {
    if (!startNode) return selection.root.blur();
    if (!selection.hasFocus()) selection.root.focus({ preventScroll: true });
    document.getSelection().setBaseAndExtent(startNode, startOffset, endNode, endOffset);
  };
}
