import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keep } from '../../../extension/src/worker/keep.ts';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { Shares } from '../../../extension/src/worker/shares.ts';
import { MEMBERSHIP } from './membership.ts';
import { Store } from './store.ts';

const ELSEWHERE = {
  ...MEMBERSHIP,
  server: 'https://herold.lindenau.example',
  token: 'T2',
  organisation: { id: 'lindenau', title: 'Lindenau' },
};

let keep: Keep;
let shares: Shares;
let answer: PromiseWithResolvers<void>;
/** Each item with the server that its count went to. */
let counted: string[];

async function take(address: string, { body }: RequestInit) {
  const { counts } = JSON.parse(String(body)) as { counts: { item: string }[] };
  counted.push(...counts.map(({ item }) => `${item} ${new URL(address).host}`));
  await answer.promise;
  return Response.json({ accepted: counts.length, repeated: 0 });
}

beforeEach(async () => {
  counted = [];
  answer = Promise.withResolvers();
  vi.stubGlobal('fetch', take);
  keep = new Keep(new Remembering(new Store()), new Remembering(new Store()));
  await keep.setMembership(MEMBERSHIP);
  shares = new Shares(keep, vi.fn());
});

afterEach(() => vi.unstubAllGlobals());

const share = (item: string) =>
  shares.count({ kind: 'count', event: 'shared', item, network: 'linkedin', caption: '' });

test('who joins elsewhere is not counted where they were', async () => {
  await share('haus');
  await vi.waitFor(() => expect(counted).toHaveLength(1));
  const waiting = shares.flush(); // As the alarm does.
  await keep.setMembership(ELSEWHERE);
  await share('turm');
  answer.resolve();
  await waiting;
  await shares.flush();
  expect(counted).toEqual(['haus herold.acme.example', 'turm herold.lindenau.example']);
});
