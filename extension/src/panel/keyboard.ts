// Where the keyboard goes on.

/** For what appears in place of the control that had the focus. */
export function takeFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * What has the focus may go, by its own doing or by news, or rest for a while: the focus then goes on at what follows, or
 * returns to what rested, instead of falling back to the top of the page.
 */
export function keepFocus(root: HTMLElement): void {
  const { ownerDocument } = root;
  const isLost = () => ownerDocument.activeElement === ownerDocument.body;
  /** All that could have the focus when something got it, and that. */
  let order: HTMLElement[] = [];
  let had: HTMLElement | null = null;

  root.addEventListener('focusin', ({ target }) => {
    order = [...root.querySelectorAll<HTMLElement>(FOCUSABLE)];
    had = target as HTMLElement;
  });
  // Who clicks beside everything, or leaves the page by the keyboard, wants the focus away.
  root.addEventListener('focusout', () => {
    if (had?.matches(':disabled')) return;
    setTimeout(() => {
      if (isLost() && had?.isConnected) had = null;
    });
  });

  const take = (element: HTMLElement) => {
    element.focus({ preventScroll: true });
    return !isLost(); // What is gone, hidden or at rest takes none.
  };
  const restore = () => {
    if (!had || !isLost()) return;
    if (had.isConnected) return void take(had);
    const at = order.indexOf(had);
    const before = order.slice(0, at).reverse();
    // The next key of who was writing is to press nothing: to them, headings.
    const isWriting = had.matches('input, textarea');
    const others = isWriting
      ? before.filter(({ tabIndex }) => tabIndex < 0)
      : [...order.slice(at + 1), ...before];
    others.some(take);
  };
  // Whoever knows better where to go on has done so by then.
  const news = new MutationObserver(() => setTimeout(restore));
  news.observe(root, { childList: true, subtree: true, attributeFilter: ['disabled'] });
}

/** Runs when Escape is pressed inside, for what unfolds and can be folded again. */
export function onEscape(element: HTMLElement, run: () => void): { destroy(): void } {
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape') run();
  };
  element.addEventListener('keydown', hear);
  return { destroy: () => element.removeEventListener('keydown', hear) };
}
