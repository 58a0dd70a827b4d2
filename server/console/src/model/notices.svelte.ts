/** Short messages at the edge of the page, some with a way back, in the language that the page has by then. */
import { type Catalogue, i18n } from '../i18n/index.svelte.ts';

type Words = (t: Catalogue) => string;

export interface Notice {
  id: number;
  text: Words;
  tone: 'good' | 'error';
  action?: { label: Words; run: () => void };
}

const shownMs = 8000;

class Notices {
  list = $state.raw<Notice[]>([]);
  #last = 0;
  /** What goes by itself. */
  readonly #passing = new Map<number, { afterMs: number; timer?: ReturnType<typeof setTimeout> }>();

  /** Gives what `close` knows it by. */
  say(text: Words, action?: Notice['action']): number {
    const id = this.#add({ text, tone: 'good', ...(action && { action }) });
    this.#passing.set(id, { afterMs: action ? shownMs * 2 : shownMs });
    this.release(id);
    return id;
  }

  /** Failures stay until they are closed or the view is left; one that comes again is said once. */
  fail(text: Words): void {
    const words = text(i18n.t);
    this.list = this.list.filter(({ tone, text }) => tone !== 'error' || text(i18n.t) !== words);
    this.#add({ text, tone: 'error' });
  }

  /** It stays, while somebody points at it, say. */
  hold(id: number): void {
    clearTimeout(this.#passing.get(id)?.timer);
  }

  /** Its time begins anew. */
  release(id: number): void {
    const passing = this.#passing.get(id);
    if (!passing) return;
    clearTimeout(passing.timer);
    passing.timer = setTimeout(() => this.close(id), passing.afterMs);
  }

  close(id: number): void {
    this.hold(id);
    this.#passing.delete(id);
    this.list = this.list.filter((notice) => notice.id !== id);
  }

  /** What failed in a view is of no use in the next one. */
  leaveView(): void {
    this.list = this.list.filter(({ tone }) => tone !== 'error');
  }

  #add(notice: Omit<Notice, 'id'>): number {
    const id = ++this.#last;
    this.list = [...this.list, { id, ...notice }];
    return id;
  }
}

export const notices = new Notices();
