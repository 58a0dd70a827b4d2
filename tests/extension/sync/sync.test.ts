import {
  sha256,
  type TrustedState,
  type UpdateEvent,
  type UpdateMachine,
  type UpdateStep,
} from '@herold/core';
import { expect, test } from 'vitest';
import { openRecord, type SyncRecord } from '../../../extension/src/sync/record.ts';
import { Refused, Unreachable } from '../../../extension/src/sync/server.ts';
import { Sync, type SyncParts } from '../../../extension/src/sync/sync.ts';

const ROOT = '{"root":1}';
const NOW = new Date('2026-11-24T20:00:00Z');

async function bundleOf(revision: number) {
  const text = JSON.stringify({
    organisation: 'acme',
    channel: 'everyone',
    revision,
    pack: { guidelines: [] },
  });
  return { text, sha256: await sha256(new TextEncoder().encode(text)) };
}

async function trusting(revision: number): Promise<TrustedState> {
  return {
    root: ROOT,
    timestamp: `t${revision}`,
    bundle: { revision, sha256: (await bundleOf(revision)).sha256 },
  };
}

async function recordOf(revision: number): Promise<SyncRecord> {
  return {
    trusted: await trusting(revision),
    bundle: (await bundleOf(revision)).text,
    updatedAt: '2026-11-23T08:00:00Z',
    checkedAt: '2026-11-23T08:00:00Z',
    seenRevision: revision,
  };
}

/** Asks for one file, then takes the step that is given. */
function machine(last: UpdateStep): UpdateMachine & { events: UpdateEvent[] } {
  const events: UpdateEvent[] = [];
  return {
    events,
    update(event) {
      events.push(event);
      if (event.kind === 'start') return { step: 'fetch', path: 'metadata/timestamp.json', maxBytes: 100 };
      if (event.kind === 'failed') {
        const { trusted } = events[0] as Extract<UpdateEvent, { kind: 'start' }>;
        return { step: 'refused', code: 'unreachable', role: 'timestamp', message: event.reason, trusted };
      }
      return last;
    },
  };
}

interface Given extends Partial<SyncParts> {
  stored?: SyncRecord;
  step: UpdateStep;
}

function sync({ stored, step, ...parts }: Given) {
  const saved: SyncRecord[] = [];
  const used: number[] = [];
  const update = machine(step);
  const subject = new Sync({
    identity: { organisation: 'acme', channel: 'everyone', root: ROOT },
    server: { updateFile: async () => new Uint8Array([1]) },
    machine: async () => update,
    load: async () => stored,
    save: async (record) => void saved.push(record),
    use: async ({ revision }) => used.push(revision) > 0,
    now: () => NOW,
    ...parts,
  });
  return { subject, saved, used, update };
}

test('the first update begins from the root that the invitation pinned', async () => {
  const { text } = await bundleOf(1);
  const { subject, saved, used, update } = sync({
    step: { step: 'done', bundle: text, trusted: await trusting(1) },
  });
  const record = await subject.refresh();
  expect(update.events[0]).toMatchObject({
    organisation: 'acme',
    channel: 'everyone',
    trusted: { root: ROOT },
  });
  expect(used).toEqual([1]);
  expect(record).toEqual({
    trusted: await trusting(1),
    bundle: text,
    updatedAt: NOW.toISOString(),
    checkedAt: NOW.toISOString(),
    seenRevision: 1,
  });
  expect(saved).toEqual([record]);
});

test('nothing new: confirmed, and an old problem is over', async () => {
  const stored: SyncRecord = { ...(await recordOf(3)), problem: { code: 'unreachable' } };
  const { subject, used } = sync({ stored, step: { step: 'done', trusted: await trusting(3) } });
  const record = await subject.refresh(5);
  expect(record).toMatchObject({
    bundle: stored.bundle,
    updatedAt: stored.updatedAt,
    checkedAt: NOW.toISOString(),
    seenRevision: 5,
  });
  expect(record.problem).toBeUndefined();
  expect(used).toEqual([]);
});

test.each(['signatures', 'rollback', 'expired', 'mismatch', 'wrong-organisation', 'malformed'] as const)(
  'refused (%s): the last good bundle stays, the reason is kept, metadata that held is kept too',
  async (code) => {
    const stored = await recordOf(3);
    const trusted = { ...stored.trusted, timestamp: 'newer' };
    const step: UpdateStep = { step: 'refused', code, role: 'targets', message: 'no', trusted };
    const { subject, saved, used } = sync({ stored, step });
    await subject.refresh();
    expect(saved).toEqual([{ ...stored, trusted, problem: { code, role: 'targets' } }]);
    expect(used).toEqual([]);
  },
);

test('server out of reach: all stays, and it is said', async () => {
  const stored = await recordOf(3);
  const server = { updateFile: () => Promise.reject(new Unreachable('down')) };
  const { subject } = sync({ stored, server, step: { step: 'done', trusted: stored.trusted } });
  expect(await subject.refresh()).toEqual({ ...stored, problem: { code: 'unreachable', role: 'timestamp' } });
});

test('what changes nothing is not written', async () => {
  const stored: SyncRecord = { ...(await recordOf(3)), problem: { code: 'unreachable', role: 'timestamp' } };
  const server = { updateFile: () => Promise.reject(new Unreachable('down')) };
  const { subject, saved } = sync({ stored, server, step: { step: 'done', trusted: stored.trusted } });
  expect(await subject.refresh()).toEqual(stored);
  expect(saved).toEqual([]);
});

test('a timestamp that was renewed is kept', async () => {
  const stored = await recordOf(3);
  const trusted = { ...stored.trusted, timestamp: 'renewed' };
  const { subject, saved } = sync({ stored, step: { step: 'done', trusted } });
  await subject.refresh();
  expect(saved).toEqual([{ ...stored, trusted, checkedAt: NOW.toISOString() }]);
});

test('a server that no longer knows this device is not called unreachable', async () => {
  const stored = await recordOf(3);
  const server = { updateFile: () => Promise.reject(new Refused(401, 'unknown token')) };
  const { subject } = sync({ stored, server, step: { step: 'done', trusted: stored.trusted } });
  expect((await subject.refresh()).problem).toEqual({ code: 'not-enrolled' });
});

test('a pack that this core cannot read: the bundle before stays and the new one is offered again', async () => {
  const stored = await recordOf(3);
  const { text } = await bundleOf(4);
  const step: UpdateStep = { step: 'done', bundle: text, trusted: await trusting(4) };
  const { subject } = sync({ stored, step, use: async () => false });
  const record = await subject.refresh();
  expect(record).toMatchObject({ bundle: stored.bundle, problem: { code: 'unreadable-pack' } });
  expect(record.trusted).toEqual({ ...(await trusting(4)), bundle: stored.trusted.bundle });
});

test('damaged storage: what no longer matches its hash is dropped with what vouched for it, and fetched anew', async () => {
  const stored = await recordOf(3);
  const damaged = { ...stored, bundle: stored.bundle?.replace('acme', 'acne') as string };
  expect(await openRecord(damaged, ROOT)).toEqual({
    record: { trusted: { root: ROOT }, seenRevision: -1 },
  });
  const { text } = await bundleOf(3);
  const { subject, update } = sync({
    stored: (await openRecord(damaged, ROOT)).record,
    step: { step: 'done', bundle: text, trusted: await trusting(3) },
  });
  expect((await subject.refresh()).bundle).toBe(text);
  expect(update.events[0]).toMatchObject({ trusted: { root: ROOT } });
});

test('metadata whose bundle is missing vouch for nothing', async () => {
  const { bundle: _, ...metadata } = await recordOf(3);
  expect((await openRecord(metadata, ROOT)).record).toEqual({ trusted: { root: ROOT }, seenRevision: -1 });
});

test('an intact record opens with its bundle', async () => {
  const stored = await recordOf(3);
  expect(await openRecord(stored, ROOT)).toMatchObject({
    record: stored,
    bundle: { revision: 3 },
  });
});

test('who asks while an update runs gets its answer', async () => {
  const { text } = await bundleOf(1);
  const { subject, saved } = sync({ step: { step: 'done', bundle: text, trusted: await trusting(1) } });
  const [first, second] = await Promise.all([subject.refresh(), subject.refresh()]);
  expect(first).toBe(second);
  expect(saved.length).toBe(1);
});
