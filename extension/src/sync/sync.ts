// Brings the newest bundle, or says why not. Whatever happens, the last good bundle stays in force.
import {
  type Bundle,
  runUpdate,
  sha256,
  type UpdateMachine,
  type UpdateOutcome,
  type UpdateTransport,
  verifyEd25519,
} from '@herold/core';
import { freshRecord, type SyncRecord, type UpdateProblem } from './record.ts';
import { Refused, type Server } from './server.ts';

interface SyncIdentity {
  organisation: string;
  channel: string;
  /** The root that the invitation pinned. */
  root: string;
}

export interface SyncParts {
  identity: SyncIdentity;
  server: Pick<Server, 'updateFile'>;
  machine(): Promise<UpdateMachine>;
  /** The record as it was opened; none: begins at the root. */
  load(): Promise<SyncRecord | undefined>;
  save(record: SyncRecord): Promise<void>;
  /** Puts a verified bundle in force; false when its pack cannot be read. */
  use(bundle: Bundle): Promise<boolean>;
  now?: () => Date;
}

export class Sync {
  readonly #parts: SyncParts;
  #running: Promise<SyncRecord> | undefined;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  /** One update at a time: who asks meanwhile gets the same answer. */
  refresh(revision?: number): Promise<SyncRecord> {
    this.#running ??= this.#refresh(revision).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #refresh(revision?: number): Promise<SyncRecord> {
    const { identity, load, machine, save } = this.#parts;
    const record = (await load()) ?? freshRecord(identity.root);
    let notEnrolled = false;
    const transport = this.#transport(() => {
      notEnrolled = true;
    });
    const { organisation, channel } = identity;
    const state = { organisation, channel, trusted: record.trusted, now: this.#now() };
    const outcome = await runUpdate(await machine(), transport, state);
    const next = await this.#settle(record, outcome, revision);
    const settled: SyncRecord = notEnrolled ? { ...next, problem: { code: 'not-enrolled' } } : next;
    if (!isSame(settled, record)) await save(settled);
    return settled;
  }

  async #settle(record: SyncRecord, outcome: UpdateOutcome, revision?: number): Promise<SyncRecord> {
    const { trusted } = outcome;
    if (outcome.kind === 'refused') {
      const { code, role } = outcome.refusal;
      return withProblem({ ...record, trusted }, { code, role });
    }
    const now = this.#now().toISOString();
    const { problem: _, ...healthy } = record;
    const confirmed: SyncRecord = { ...healthy, trusted, checkedAt: now };
    if (outcome.kind === 'current') return seen(confirmed, revision ?? trusted.bundle?.revision);
    if (!(await this.#parts.use(outcome.bundle))) return this.#keepBundle(record, trusted);
    return seen({ ...confirmed, bundle: outcome.text, updatedAt: now }, revision ?? outcome.bundle.revision);
  }

  /** The metadata advances, the bundle does not: the next update offers it again. */
  #keepBundle(record: SyncRecord, trusted: SyncRecord['trusted']): SyncRecord {
    const { bundle: _, ...metadata } = trusted;
    const kept = record.trusted.bundle ? { ...metadata, bundle: record.trusted.bundle } : metadata;
    return withProblem({ ...record, trusted: kept }, { code: 'unreadable-pack' });
  }

  #transport(onNotEnrolled: () => void): UpdateTransport {
    const { server } = this.#parts;
    return {
      async fetch(path, maxBytes) {
        try {
          return await server.updateFile(path, maxBytes);
        } catch (error) {
          if (error instanceof Refused && error.status === 401) onNotEnrolled();
          throw error;
        }
      },
      verify: (checks) => Promise.all(checks.map(verifyEd25519)),
      sha256,
    };
  }

  #now(): Date {
    return this.#parts.now?.() ?? new Date();
  }
}

function withProblem(record: SyncRecord, problem: UpdateProblem): SyncRecord {
  return { ...record, problem };
}

function isSame({ bundle, ...metadata }: SyncRecord, { bundle: other, ...others }: SyncRecord): boolean {
  return bundle === other && JSON.stringify(metadata) === JSON.stringify(others);
}

function seen(record: SyncRecord, revision = -1): SyncRecord {
  return { ...record, seenRevision: Math.max(record.seenRevision, revision) };
}
