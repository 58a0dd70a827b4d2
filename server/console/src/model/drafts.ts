/**
 * Input that is not saved yet, kept in sessionStorage so that a reload, a crash of the tab's page or an expired
 * session loses nothing. Each draft remembers the version it started from.
 */
import { keepText } from '../kept-text.ts';

export interface Draft<T, V = number> {
  base: V;
  value: T;
}

const prefix = 'herold.draft.';

export class Drafts {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  keep<T, V>(name: string, draft: Draft<T, V>): void {
    keepText(this.#storage, prefix + name, JSON.stringify(draft));
  }

  find<T, V = number>(name: string): Draft<T, V> | undefined {
    const kept = this.#storage.getItem(prefix + name);
    if (kept === null) return undefined;
    try {
      const draft: unknown = JSON.parse(kept);
      return isDraft<T, V>(draft) ? draft : undefined;
    } catch {
      return undefined;
    }
  }

  drop(name: string): void {
    this.#storage.removeItem(prefix + name);
  }

  /** Names under `start`, for marking rows that hold unsaved input. */
  names(start: string): string[] {
    return Object.keys(this.#storage)
      .filter((key) => key.startsWith(prefix + start))
      .map((key) => key.slice(prefix.length));
  }
}

function isDraft<T, V>(value: unknown): value is Draft<T, V> {
  return typeof value === 'object' && value !== null && 'base' in value && 'value' in value;
}
