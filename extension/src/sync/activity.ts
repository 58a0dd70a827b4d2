// Counts to be added to the organisation's totals. They wait on the device until the server took them; each has
// an id, so that a batch sent twice counts once.
import { type ActivityCount, Refused, type Server } from './server.ts';

const MAX_BATCH = 200;
/** The server forgets ids after 7 days: an older count could count twice, so it is dropped instead. */
const MAX_AGE_DAYS = 6;
const DAY_MS = 86_400_000;

interface CountStore {
  load(): Promise<ActivityCount[]>;
  /** One change after the other. */
  change(change: (counts: ActivityCount[]) => ActivityCount[]): Promise<void>;
  /** Asked later, the answer tells whether the counts are still those of the same membership. */
  begin(): () => boolean;
}

export class Activity {
  readonly #store: CountStore;
  readonly #now: () => Date;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: CountStore, now: () => Date = () => new Date()) {
    this.#store = store;
    this.#now = now;
  }

  /** Waits for no server. */
  add(event: ActivityCount['event'], item: string, network: ActivityCount['network']): Promise<void> {
    const day = this.#now().toISOString().slice(0, 10);
    const count: ActivityCount = { id: crypto.randomUUID(), event, item, network, day, n: 1 };
    return this.#store.change((counts) => [...counts, count]);
  }

  /** Sends what waits; true when nothing is left. Throws nothing: what was not taken waits on. */
  flush(server: Pick<Server, 'countActivity'>): Promise<boolean> {
    const isStill = this.#store.begin();
    const next = this.#turn.then(() => this.#send(server, isStill));
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #send(server: Pick<Server, 'countActivity'>, isStill: () => boolean): Promise<boolean> {
    let waiting = (await this.#store.load()).filter((count) => this.#isYoung(count));
    while (waiting.length > 0 && isStill()) {
      const batch = waiting.slice(0, MAX_BATCH);
      if (!(await taken(server, batch)) || !isStill()) break;
      waiting = waiting.slice(batch.length);
      await this.#store.change((counts) => this.#without(batch, counts));
    }
    return waiting.length === 0;
  }

  /** What was counted while the batch was on its way stays. */
  #without(batch: ActivityCount[], counts: ActivityCount[]): ActivityCount[] {
    const sent = new Set(batch.map(({ id }) => id));
    return counts.filter((count) => this.#isYoung(count) && !sent.has(count.id));
  }

  #isYoung({ day }: ActivityCount): boolean {
    return this.#now().getTime() - Date.parse(day) < MAX_AGE_DAYS * DAY_MS;
  }
}

/** A batch that the server calls malformed will never be taken: it counts as gone. */
async function taken(server: Pick<Server, 'countActivity'>, batch: ActivityCount[]): Promise<boolean> {
  try {
    await server.countActivity(batch);
    return true;
  } catch (error) {
    return error instanceof Refused && (error.status === 400 || error.status === 422);
  }
}
