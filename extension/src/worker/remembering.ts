// Every keystroke asks who reads: storage is read once, since nobody but the worker writes what it keeps. And what
// the browser has no room for is not lost: it waits in memory until there is.
import type { Area } from '../platform/storage.ts';
import { Epoch } from './epoch.ts';

export interface Remembering extends Area {
  /** One change after the other: of two that come together neither takes back what the other did. */
  update<T>(key: string, change: (value: T | undefined) => T): Promise<void>;
  /** For work that waits for others: asked later, the answer tells whether nothing was cleared since. */
  begin(): () => boolean;
  /** Whether something waits for room. */
  isFull(): Promise<boolean>;
  /** Stores what waits, where there is room by now; true when nothing waits any more. */
  settle(): Promise<boolean>;
}

type Values = Record<string, unknown>;

const WAITING = 'waiting';

/** `refuge` outlives a stopped worker: there the values wait that `area` did not take. */
export function remembering(area: Area, refuge?: Area): Remembering {
  const known = new Map<string, unknown>();
  let waiting: Values = {};
  let opening: Promise<void> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  /** Ends when everything is cleared: what began before writes nothing afterwards. */
  const epoch = new Epoch();

  /** What a worker before this one left waiting. */
  function opened(): Promise<void> {
    opening ??= Promise.resolve(refuge?.get<Values>(WAITING)).then((values) => {
      waiting = { ...values, ...waiting };
    });
    return opening;
  }

  async function wait(values: Values): Promise<void> {
    waiting = values;
    // Where not even memory has room, the worker has it as long as it lives.
    await refuge?.set({ [WAITING]: values }).catch(() => undefined);
  }

  async function endWait(keys: readonly string[]): Promise<void> {
    await opened();
    if (!keys.some((key) => key in waiting)) return;
    await wait(Object.fromEntries(Object.entries(waiting).filter(([key]) => !keys.includes(key))));
  }

  async function read(key: string): Promise<unknown> {
    await opened();
    return key in waiting ? waiting[key] : area.get(key);
  }

  /** One write after the other. What waits its turn when everything is cleared is dropped. */
  function inTurn(write: () => Promise<void>): Promise<void> {
    const isStill = self.begin();
    const next = turn.then(() => (isStill() ? write() : undefined));
    turn = next.catch(() => undefined);
    return next;
  }

  async function store(values: Values): Promise<void> {
    try {
      await area.set(values);
    } catch {
      await opened();
      return wait({ ...waiting, ...values });
    }
    await endWait(Object.keys(values));
  }

  const self: Remembering = {
    async get<T>(key: string) {
      if (!known.has(key)) {
        const isStill = self.begin();
        await turn;
        const value = await read(key);
        // Set meanwhile: that is newer than what was read. Cleared meanwhile: it is no longer there.
        if (isStill() && !known.has(key)) known.set(key, value);
      }
      return known.get(key) as T | undefined;
    },
    async set(values) {
      for (const [key, value] of Object.entries(values)) known.set(key, value);
      await inTurn(() => store(values));
    },
    async update<T>(key: string, change: (value: T | undefined) => T) {
      const isStill = self.begin();
      await self.get(key);
      if (isStill()) await self.set({ [key]: change(known.get(key) as T | undefined) });
    },
    async remove(...keys) {
      for (const key of keys) known.set(key, undefined);
      await inTurn(async () => {
        await area.remove(...keys);
        await endWait(keys);
      });
    },
    async clear() {
      epoch.end();
      known.clear();
      await inTurn(async () => {
        await opened();
        await wait({});
        await area.clear();
      });
    },
    begin: () => epoch.begin(),
    async isFull() {
      await opened();
      return Object.keys(waiting).length > 0;
    },
    async settle() {
      await inTurn(async () => {
        if (await self.isFull()) await store(waiting);
      });
      return !(await self.isFull());
    },
  };
  return self;
}
