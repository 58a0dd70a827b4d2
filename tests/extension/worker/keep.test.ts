import { beforeEach, expect, test } from 'vitest';
import { Keep } from '../../../extension/src/worker/keep.ts';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { MEMBERSHIP } from './membership.ts';
import { Store } from './store.ts';

const RECORD = { trusted: { root: '{"root":1}' }, bundle: '{"revision":1}', seenRevision: 1 };

let disk: Store;
let memory: Store;
const open = () => new Keep(new Remembering(disk, memory), new Remembering(memory));
beforeEach(() => {
  disk = new Store();
  memory = new Store();
});

test('a bundle that stays is not written again with its metadata', async () => {
  await open().setSync(RECORD);
  const newer = { ...RECORD, checkedAt: '2026-11-24T12:00:00Z' };
  await open().setSync(newer);
  expect(disk.written).toEqual([['sync', 'bundle'], ['sync']]);
  expect(await open().sync()).toEqual(newer);
});

test('a bundle and its metadata wait for room together', async () => {
  const keep = open();
  await keep.setSync(RECORD);
  disk.isFull = true;
  const next = { ...RECORD, bundle: '{"revision":2}', seenRevision: 2 };
  await keep.setSync(next);
  disk.isFull = false;
  await keep.setSync({ ...next, checkedAt: '2026-11-24T12:00:00Z' });
  expect(disk.written).toEqual([
    ['sync', 'bundle'],
    ['sync', 'bundle'],
  ]);
});

test('a record begins anew with the membership', async () => {
  const keep = open();
  await keep.setSync(RECORD);
  await keep.setMembership(MEMBERSHIP);
  expect(await open().sync()).toEqual({ trusted: { root: '{"root":1}' }, seenRevision: -1 });
});

test('counts stay with the organisation they are for', async () => {
  const keep = open();
  await keep.setMembership(MEMBERSHIP);
  await keep.changeCounts(() => [
    { id: 'N', event: 'shared', item: 'report', network: 'linkedin', day: '2026-11-24', n: 1 },
  ]);
  await keep.setMembership({ ...MEMBERSHIP, token: 'T2' });
  expect(await keep.counts()).toHaveLength(1);
  await keep.setMembership({ ...MEMBERSHIP, token: 'T3', organisation: { id: 'other', title: 'Other' } });
  expect(await keep.counts()).toEqual([]);
  expect((await keep.leaving()).map(({ token }) => token)).toEqual(['T1', 'T2']);
});
