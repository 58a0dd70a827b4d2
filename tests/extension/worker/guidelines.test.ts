import { sha256, type UpdateMachine } from '@herold/core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EngineHost } from '../../../extension/src/engine/host.ts';
import { freshRecord } from '../../../extension/src/sync/record.ts';
import { Guidelines } from '../../../extension/src/worker/guidelines.ts';
import { Keep } from '../../../extension/src/worker/keep.ts';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { MEMBERSHIP } from './membership.ts';
import { Store } from './store.ts';

const BUNDLE = JSON.stringify({ revision: 1, pack: { guidelines: [] } });
const trusted = async () => ({
  root: MEMBERSHIP.root,
  bundle: { revision: 1, sha256: await sha256(new TextEncoder().encode(BUNDLE)) },
});
const asked = vi.fn(async () => new Response('{}'));
const opened = vi.fn();

let disk: Store;
let keep: Keep;
let guidelines: Guidelines;

beforeEach(async () => {
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('WebSocket', opened);
  disk = new Store();
  keep = new Keep(new Remembering(disk), new Remembering(new Store()));
  await keep.setMembership(MEMBERSHIP);
  await keep.setSync({ trusted: await trusted(), bundle: BUNDLE, seenRevision: 1 });
  guidelines = new Guidelines(keep, vi.fn(), vi.fn());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  asked.mockClear();
  opened.mockClear();
});

/** The core, when there is nothing newer. */
async function confirming(): Promise<void> {
  const step = { step: 'done', trusted: await trusted() } as const;
  const machine: UpdateMachine = {
    update: ({ kind }) =>
      kind === 'start' ? { step: 'fetch', path: 'metadata/timestamp.json', maxBytes: 100 } : step,
  };
  vi.spyOn(EngineHost.prototype, 'engine').mockResolvedValue(machine as never);
}

test('keeping the line open asks the server for nothing', async () => {
  expect(await guidelines.connect()).toBe(true);
  expect(opened).toHaveBeenCalledOnce();
  expect(asked).not.toHaveBeenCalled();
});

test('a bundle that is confirmed is neither written nor opened again', async () => {
  await confirming();
  const before = await guidelines.inForce();
  disk.written.length = 0;
  const hashed = vi.spyOn(crypto.subtle, 'digest');
  await guidelines.refresh();
  expect(hashed.mock.calls.map(([, data]) => data.byteLength)).not.toContain(BUNDLE.length);
  const after = await guidelines.inForce();
  expect(asked).toHaveBeenCalledOnce();
  expect(after.bundle).toBe(before.bundle);
  expect(after.record?.checkedAt).toBeDefined();
  expect(disk.written).toEqual([['sync']]);
});

test('a try that never came to asking is made again as soon as there is a reason to', async () => {
  await confirming();
  vi.spyOn(EngineHost.prototype, 'engine').mockRejectedValueOnce(new Error('no memory'));
  await expect(guidelines.refreshUnlessTriedWithin(60_000)).rejects.toThrow('no memory');
  expect(asked).not.toHaveBeenCalled();
  await guidelines.refreshUnlessTriedWithin(60_000);
  expect(asked).toHaveBeenCalledOnce();
});

test('an update under way when the person leaves brings nothing back', async () => {
  await confirming();
  const answer = Promise.withResolvers<Response>();
  asked.mockReturnValueOnce(answer.promise);
  const refreshing = guidelines.refresh();
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  await guidelines.forget();
  await keep.clear();
  answer.resolve(new Response('{}'));
  await refreshing;
  expect(disk.values).toEqual({});
  expect(await guidelines.inForce()).toEqual({ guidelineCount: 0 });
});

test('storage that cannot be read begins anew', async () => {
  vi.spyOn(keep, 'sync').mockRejectedValue(new Error('corrupt'));
  expect(await guidelines.inForce()).toEqual({ record: freshRecord(MEMBERSHIP.root), guidelineCount: 0 });
});
