/** Where a list was left: its filters and order, how much of it was shown, and how far one had scrolled. */
import { keepText } from '../kept-text.ts';
import { same } from './same.ts';
import { isRecord } from './texts.ts';

export interface Place<V> {
  view: V;
  shown: number;
  scroll: number;
}

/** As the list was left in this tab, when the address asks for nothing else. `asked`: what the address says. */
export function recallPlace<V extends object>(
  key: string,
  first: V,
  asked: Partial<V> | null,
  storage: Storage,
): Place<V> {
  const last = lastPlace(key, first, storage);
  const view = asked ? { ...first, ...asked } : last.view;
  return same(view, last.view) ? last : { view, shown: 0, scroll: 0 };
}

export function rememberPlace<V>(key: string, place: Place<V>, storage: Storage): void {
  keepText(storage, key, JSON.stringify(place));
}

function lastPlace<V extends object>(key: string, first: V, storage: Storage): Place<V> {
  try {
    const last: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (isRecord(last) && isRecord(last.view))
      return {
        view: { ...first, ...last.view },
        shown: Number(last.shown) || 0,
        scroll: Number(last.scroll) || 0,
      };
  } catch {
    // Not ours, or from another release: begins anew.
  }
  return { view: first, shown: 0, scroll: 0 };
}
