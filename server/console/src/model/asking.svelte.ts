/** Asks anew when a query changed: at once for what was chosen, after a pause for what is being typed. */
import { same } from './same.ts';

const typingMs = 200;

/** To be called while a component is made. `typed` is the text of a query, `ask` is called with each new one. */
export function askingAnew<Query>(
  query: () => Query,
  typed: (of: Query) => unknown,
  ask: (of: Query) => void,
): void {
  let asked = query();
  $effect(() => {
    const next = query();
    if (same(next, asked)) return;
    const pause = setTimeout(
      () => {
        asked = next;
        ask(next);
      },
      typed(next) === typed(asked) ? 0 : typingMs,
    );
    return () => clearTimeout(pause);
  });
}
