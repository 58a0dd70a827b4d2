/** The library as the server lists it, page by page: ten thousand items are never asked for at once. */
import type { ApiError } from '../api/client.ts';
import { content } from '../api/resources.ts';
import type { ContentList, ContentQuery } from '../api/types.ts';
import { asApiError, Resource } from './resource.svelte.ts';

/** Items that come at once; the server gives `largest` at most. */
const portion = 100;
const largest = 1000;

export class ContentPages {
  /** The next page is on its way. */
  busy = $state(false);
  /** Why the next page did not come; what is there stays. */
  stuck = $state.raw<ApiError>();
  #query: ContentQuery;
  #wanted: number;
  readonly #listed: Resource<ContentList>;

  /** `wanted`: how many to begin with, as for someone who comes back to where they were. */
  constructor(query: ContentQuery, wanted = portion) {
    this.#query = query;
    this.#wanted = Math.max(wanted, portion);
    this.#listed = new Resource(() => fetchFirst(this.#query, this.#wanted));
  }

  get value() {
    return this.#listed.value;
  }

  get error() {
    return this.#listed.error;
  }

  get slow() {
    return this.#listed.slow;
  }

  /** Other conditions or another order: begins anew. */
  ask(query: ContentQuery): Promise<void> {
    this.#query = query;
    this.#wanted = portion;
    return this.reload();
  }

  /** As many as are shown, as they are now. */
  reload(): Promise<void> {
    this.stuck = undefined;
    return this.#listed.reload();
  }

  async more(): Promise<void> {
    const shown = this.#listed.value;
    if (this.busy || !shown?.nextCursor) return;
    this.busy = true;
    this.stuck = undefined;
    try {
      const next = await content.page(this.#query, portion, shown.nextCursor);
      // Asked anew meanwhile: this page belongs to the list before.
      if (this.#listed.value !== shown) return;
      this.#listed.value = { ...next, items: [...shown.items, ...next.items] };
      this.#wanted = this.#listed.value.items.length;
    } catch (failure) {
      this.stuck = asApiError(failure);
    } finally {
      this.busy = false;
    }
  }
}

async function fetchFirst(query: ContentQuery, wanted: number): Promise<ContentList> {
  let list = await content.page(query, Math.min(wanted, largest));
  while (list.items.length < wanted && list.nextCursor) {
    const missing = Math.min(wanted - list.items.length, largest);
    const next = await content.page(query, missing, list.nextCursor);
    list = { ...next, items: [...list.items, ...next.items] };
  }
  return list;
}
