/** Where the keyboard goes on when what had the focus is gone: the heading of the view. */
import { tick } from 'svelte';

export async function focusHeading(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** Whether what had the focus is gone, or has lost it by resting: nobody has gone on by themselves meanwhile. */
export function isFocusLost(): boolean {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body;
}
