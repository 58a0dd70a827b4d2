// Where the keyboard goes on.

/** For what appears in place of the control that had the focus. */
export function takeFocus(element: HTMLElement): void {
  element.focus({ preventScroll: true });
}

/** Runs when Escape is pressed inside, for what unfolds and can be folded again. */
export function onEscape(element: HTMLElement, run: () => void): { destroy(): void } {
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Escape') run();
  };
  element.addEventListener('keydown', hear);
  return { destroy: () => element.removeEventListener('keydown', hear) };
}
