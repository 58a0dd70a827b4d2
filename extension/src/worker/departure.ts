// Leaving for good: everything goes here first, then the server is told, by the alarm until it has answered.
import { giveBackOrigins, originPattern } from '../platform/permissions.ts';
import { cancelWake, scheduleWake } from '../platform/runtime.ts';
import { showReminders } from '../platform/side-panel.ts';
import type { StoredThing } from '../sync/server.ts';
import { leave } from './enrol.ts';
import { type Keep, type Leaving, leavingOf } from './keep.ts';
import type { Farewell } from './protocol.ts';

export interface DepartureParts {
  keep: Keep;
  /** Ends all that knows the person, but what is kept. */
  forget(): Promise<unknown>;
  /** The last server has deleted this. */
  onLeft(deleted: StoredThing[]): void;
  onChange(): Promise<unknown>;
}

export class Departure {
  readonly #parts: DepartureParts;

  constructor(parts: DepartureParts) {
    this.#parts = parts;
  }

  async leave(): Promise<Farewell> {
    const { keep, forget, onChange } = this.#parts;
    const [membership, before] = await Promise.all([keep.membership(), keep.leaving()]);
    const leaving = membership ? [...before, leavingOf(membership)] : before;
    await forget();
    await keep.clear();
    await cancelWake();
    await showReminders(0);
    // Kept before the server is asked: a worker stopped meanwhile goes on when it wakes.
    if (leaving.length > 0) await keep.setLeaving(leaving);
    const deleted = membership ? await this.#finish(leavingOf(membership)) : [];
    if ((await keep.leaving()).length > 0) await scheduleWake();
    await onChange();
    return { deleted: deleted ?? [], reached: deleted !== null };
  }

  /** Tells the servers that are still to be told. One that is out of reach holds up nothing else. */
  async finish(): Promise<void> {
    for (const leaving of await this.#parts.keep.leaving()) void this.#finish(leaving);
  }

  /** What was deleted; null when the server is out of reach. */
  async #finish(leaving: Leaving): Promise<StoredThing[] | null> {
    const { keep, onLeft, onChange } = this.#parts;
    const deleted = await leave(leaving.server, leaving.token);
    if (deleted === null) return null;
    await keep.endLeaving(leaving);
    const [membership, others] = await Promise.all([keep.membership(), keep.leaving()]);
    if (others.length === 0) onLeft(deleted);
    if (!membership && others.length === 0) await cancelWake();
    const inUse = [...(membership ? [membership] : []), ...others].map(({ server }) => originPattern(server));
    const origin = originPattern(leaving.server);
    if (!inUse.includes(origin)) await giveBackOrigins([origin]);
    await onChange();
    return deleted;
  }
}
