// The guidelines in force on this device: the last good bundle, the engine that holds it, and the ways in which
// a newer one arrives (hint over the WebSocket, an alarm, the focus of a composer).
import type { Bundle } from '@herold/core';
import { EngineHost } from '../engine/host.ts';
import { packagedFile } from '../platform/runtime.ts';
import { Backoff } from '../sync/backoff.ts';
import { Events } from '../sync/events.ts';
import { openRecord, type SyncRecord } from '../sync/record.ts';
import { Server } from '../sync/server.ts';
import { Sync } from '../sync/sync.ts';
import type { Keep, Membership } from './keep.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface InForce {
  record?: SyncRecord;
  bundle?: Bundle;
  guidelineCount: number;
}

export class Guidelines {
  readonly host: EngineHost;
  readonly #keep: Keep;
  readonly #onChange: (bundleChanged: boolean) => void;
  readonly #events = new Events({
    open: (url, protocols) => new WebSocket(url, protocols),
    onRevision: (revision) => void this.#hear(revision),
    // Whether the server is really out of reach is for an update to find out, and to tell.
    onLost: () => void this.refreshUnlessTriedWithin(MINUTE_MS),
  });
  readonly #backoff = new Backoff();
  #inForce: Promise<InForce> | undefined;
  #sync: Sync | undefined;
  #lastHint = -1;
  #lastTry = 0;
  #retryAt = 0;

  /** `onRecognised`: a draft holds a secret term that no check has found before. */
  constructor(keep: Keep, onChange: (bundleChanged: boolean) => void, onRecognised: () => void) {
    this.#keep = keep;
    this.#onChange = onChange;
    this.host = new EngineHost({
      wasm: () => packagedFile('/herold.wasm'),
      lexicon: () => packagedFile('/words.lexicon'),
      bundle: async () => (await this.inForce()).bundle,
      recognised: onRecognised,
    });
  }

  inForce(): Promise<InForce> {
    this.#inForce ??= this.#open();
    return this.#inForce;
  }

  /** Keeps the line to the server open; false for who is no member. */
  async connect(): Promise<boolean> {
    const membership = await this.#keep.membership();
    if (!membership) return false;
    this.#events.connect(membership.server, membership.token);
    return true;
  }

  /** Connects, and asks when nothing was heard for an hour or the stored bundle was damaged. */
  async wake(): Promise<void> {
    if (!(await this.connect())) return;
    const { record } = await this.inForce();
    // A clock that was set back makes it negative.
    const age = Math.abs(Date.now() - Date.parse(record?.checkedAt ?? '1970-01-01'));
    if (!record?.bundle || age > HOUR_MS) await this.refreshUnlessTriedWithin(MINUTE_MS);
  }

  async refreshUnlessTriedWithin(ms: number): Promise<void> {
    if (Math.abs(Date.now() - this.#lastTry) > ms && Date.now() >= this.#retryAt) await this.refresh();
  }

  async refresh(revision?: number): Promise<SyncRecord | undefined> {
    const membership = await this.#keep.membership();
    if (!membership) return undefined;
    this.#lastTry = Date.now();
    const opened = this.inForce();
    const before = await opened;
    const record = await this.#syncOf(membership)
      .refresh(revision)
      .catch((reason: unknown) => {
        this.#lastTry = 0; // It never came to asking.
        throw reason;
      });
    this.#retryAt = record.problem ? Date.now() + this.#backoff.failed() : 0;
    if (!record.problem) this.#backoff.succeeded();
    const isSame = record.trusted.bundle?.sha256 === before.record?.trusted.bundle?.sha256;
    // Opening a record hashes and reads its whole bundle: the one that is open serves as long as it stays.
    this.#inForce = isSame && this.#inForce === opened ? Promise.resolve({ ...before, record }) : undefined;
    this.#onChange(!isSame);
    return record;
  }

  /** Nothing is known and nothing is heard any more. */
  async forget(): Promise<void> {
    this.#events.close();
    this.#sync = undefined;
    this.#inForce = undefined;
    this.#lastHint = -1;
    this.#retryAt = 0;
    await this.host.forget();
  }

  /** A new number is followed at once, a repeated one only to try again what went wrong. */
  async #hear(revision: number): Promise<void> {
    const isNew = revision !== this.#lastHint;
    this.#lastHint = revision;
    const { record } = await this.inForce();
    if (record?.seenRevision === revision && !record.problem) return;
    if (!isNew && Date.now() < this.#retryAt) return;
    const settled = await this.refresh(revision);
    // An update that was under way may have asked before this revision was there.
    if (settled && !settled.problem && settled.seenRevision < revision) await this.refresh(revision);
  }

  #syncOf(membership: Membership): Sync {
    const { server, token, organisation, channel, root } = membership;
    const isStill = this.#keep.begin();
    this.#sync ??= new Sync({
      identity: { organisation: organisation.id, channel, root },
      server: new Server(server, token),
      machine: () => this.host.engine(),
      load: async () => (await this.inForce()).record,
      // An update may still be under way when the person leaves or joins anew: then nothing of it is kept.
      save: async (record) => {
        if ((await this.#isOf(token)) && isStill()) await this.#keep.setSync(record);
      },
      use: async (bundle) => (await this.#isOf(token)) && isStill() && this.host.use(bundle),
    });
    return this.#sync;
  }

  async #isOf(token: string): Promise<boolean> {
    return (await this.#keep.membership())?.token === token;
  }

  async #open(): Promise<InForce> {
    const membership = await this.#keep.membership();
    if (!membership) return { guidelineCount: 0 };
    const stored = await this.#keep.sync().catch(() => undefined);
    const { record, bundle } = await openRecord(stored, membership.root);
    if (!bundle) return { record, guidelineCount: 0 };
    return { record, bundle, guidelineCount: guidelineCount(bundle) };
  }
}

function guidelineCount(bundle: Bundle): number {
  return (bundle.pack as { guidelines?: unknown[] }).guidelines?.length ?? 0;
}
