/** Something that is fetched: its value, its failure, and whether it takes long enough to show a structure. */
import { ApiError } from '../api/client.ts';

const patienceMs = 300;

export class Resource<T> {
  value = $state.raw<T | undefined>();
  error = $state.raw<ApiError | undefined>();
  slow = $state(false);
  readonly #fetch: () => Promise<T>;
  #turn = 0;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
    void this.reload();
  }

  /** Fetches again; the old value stays until the new one is there. An answer that was overtaken is dropped. */
  async reload(): Promise<void> {
    const turn = ++this.#turn;
    const timer = setTimeout(() => {
      this.slow = this.value === undefined;
    }, patienceMs);
    try {
      const value = await this.#fetch();
      if (turn !== this.#turn) return;
      this.value = value;
      this.error = undefined;
    } catch (failure) {
      if (turn === this.#turn) this.error = asApiError(failure);
    } finally {
      clearTimeout(timer);
      if (turn === this.#turn) this.slow = false;
    }
  }
}

export function asApiError(failure: unknown): ApiError {
  return failure instanceof ApiError ? failure : new ApiError(-1, String(failure));
}
