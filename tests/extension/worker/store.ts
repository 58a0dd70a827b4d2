import type { Area } from '../../../extension/src/platform/storage.ts';

/** Storage as browsers have it: every answer comes later, and a full one refuses. */
export class Store implements Area {
  values: Record<string, unknown> = {};
  isFull = false;
  reads = 0;
  /** Keys of each write. */
  readonly written: string[][] = [];

  async get<T>(key: string) {
    this.reads += 1;
    await later();
    return this.values[key] as T | undefined;
  }

  async set(values: Record<string, unknown>) {
    await later();
    if (this.isFull) throw new Error('Resource::kQuotaBytes quota exceeded');
    this.written.push(Object.keys(values));
    Object.assign(this.values, structuredClone(values));
  }

  async remove(...keys: string[]) {
    for (const key of keys) delete this.values[key];
  }

  async clear() {
    this.values = {};
  }
}

export const later = () => new Promise((resolve) => setTimeout(resolve));
