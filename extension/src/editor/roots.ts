// The page as one tree across open shadow roots.

/** The parent as the page shows it: out of a shadow root to its host. */
function composedParent(node: Node): Node | null {
  return node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The nearest element, itself included, that matches; across open shadow roots. */
export function composedClosest(node: Node | null, selector: string): Element | null {
  for (let at = node; at; at = composedParent(at)) {
    if (at instanceof Element && at.matches(selector)) return at;
  }
  return null;
}

/** `root` and every open shadow root below it, outermost first. */
export function* openRoots(
  root: Document | ShadowRoot | Element,
): Generator<Document | ShadowRoot | Element> {
  yield root;
  if (root instanceof Element && root.shadowRoot) yield* openRoots(root.shadowRoot);
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* openRoots(element.shadowRoot);
  }
}

/** The open shadow roots that hold `node`, innermost first. */
export function shadowRootsAround(node: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) {
    roots.push(root);
  }
  return roots;
}
