/** Where the keyboard goes on when what had the focus is gone: the heading of the view. */
import { tick } from 'svelte';

export async function focusHeading(): Promise<void> {
  await tick();
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
