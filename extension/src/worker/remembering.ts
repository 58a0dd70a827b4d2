// Every keystroke asks who reads: storage is read once, since nobody but the worker writes what it keeps. And what
// the browser has no room for is not lost: it waits in memory until there is.
import type { Area } from '../platform/storage.ts';
import { Epoch } from './epoch.ts';

type Values = Record<string, unknown>;

const WAITING = 'waiting';

export class Remembering implements Area {
  readonly #area: Area;
  readonly #refuge: Area | undefined;
  readonly #known = new Map<string, unknown>();
  /** What `area` had no room for. */
  #waiting: Values = {};
  #opening: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  /** Ends when everything is cleared: what began before writes nothing afterwards. */
  readonly #epoch = new Epoch();

  /** `refuge` outlives a stopped worker: there the values wait that `area` did not take. */
  constructor(area: Area, refuge?: Area) {
    this.#area = area;
    this.#refuge = refuge;
  }

  async get<T>(key: string): Promise<T | undefined> {
    if (!this.#known.has(key)) {
      const isStill = this.begin();
      await this.#turn;
      const value = await this.#read(key);
      // Set meanwhile: that is newer than what was read. Cleared meanwhile: it is no longer there.
      if (isStill() && !this.#known.has(key)) this.#known.set(key, value);
    }
    return this.#known.get(key) as T | undefined;
  }

  async set(values: Values): Promise<void> {
    for (const [key, value] of Object.entries(values)) this.#known.set(key, value);
    await this.#inTurn(() => this.#store(values));
  }

  /** One change after the other: of two that come together neither takes back what the other did. */
  async update<T>(key: string, change: (value: T | undefined) => T): Promise<void> {
    const isStill = this.begin();
    await this.get(key);
    if (isStill()) await this.set({ [key]: change(this.#known.get(key) as T | undefined) });
  }

  async remove(...keys: string[]): Promise<void> {
    for (const key of keys) this.#known.set(key, undefined);
    await this.#inTurn(async () => {
      await this.#area.remove(...keys);
      await this.#endWait(keys);
    });
  }

  async clear(): Promise<void> {
    this.#epoch.end();
    this.#known.clear();
    await this.#inTurn(async () => {
      await this.#opened();
      await this.#wait({});
      await this.#area.clear();
    });
  }

  /** For work that waits for others: asked later, the answer tells whether nothing was cleared since. */
  begin(): () => boolean {
    return this.#epoch.begin();
  }

  /** Whether something waits for room. */
  async isFull(): Promise<boolean> {
    await this.#opened();
    return Object.keys(this.#waiting).length > 0;
  }

  /** Stores what waits, where there is room by now; true when nothing waits any more. */
  async settle(): Promise<boolean> {
    await this.#inTurn(async () => {
      if (await this.isFull()) await this.#store(this.#waiting);
    });
    return !(await this.isFull());
  }

  /** What a worker before this one left waiting. */
  #opened(): Promise<void> {
    this.#opening ??= Promise.resolve(this.#refuge?.get<Values>(WAITING)).then((values) => {
      this.#waiting = { ...values, ...this.#waiting };
    });
    return this.#opening;
  }

  async #read(key: string): Promise<unknown> {
    await this.#opened();
    return key in this.#waiting ? this.#waiting[key] : this.#area.get(key);
  }

  /** One write after the other. What waits its turn when everything is cleared is dropped. */
  #inTurn(write: () => Promise<void>): Promise<void> {
    const isStill = this.begin();
    const next = this.#turn.then(() => (isStill() ? write() : undefined));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #store(values: Values): Promise<void> {
    try {
      await this.#area.set(values);
    } catch {
      await this.#opened();
      return this.#wait({ ...this.#waiting, ...values });
    }
    await this.#endWait(Object.keys(values));
  }

  async #wait(values: Values): Promise<void> {
    this.#waiting = values;
    // Where not even memory has room, the worker has it as long as it lives.
    await this.#refuge?.set({ [WAITING]: values }).catch(() => undefined);
  }

  async #endWait(keys: readonly string[]): Promise<void> {
    await this.#opened();
    if (!keys.some((key) => key in this.#waiting)) return;
    await this.#wait(
      Object.fromEntries(Object.entries(this.#waiting).filter(([key]) => !keys.includes(key))),
    );
  }
}
