import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Keep } from '../../../extension/src/worker/keep.ts';
import type { SentProposal } from '../../../extension/src/worker/protocol.ts';
import { Remembering } from '../../../extension/src/worker/remembering.ts';
import { Shelf } from '../../../extension/src/worker/shelf.ts';
import { MEMBERSHIP } from './membership.ts';
import { Store } from './store.ts';

const DRAFT = { url: 'https://news.example/', title: 'Titel', note: '' };
const SENT: SentProposal = {
  id: 'N',
  url: DRAFT.url,
  title: DRAFT.title,
  state: 'proposed',
  answer: '',
  sentAt: '2026-11-24T12:00:00Z',
  askedAt: 0,
};

let disk: Store;
let keep: Keep;
let shelf: Shelf;
let answer: PromiseWithResolvers<Response>;
const asked = vi.fn(() => answer.promise);

beforeEach(async () => {
  answer = Promise.withResolvers();
  vi.stubGlobal('fetch', asked.mockClear());
  disk = new Store();
  keep = new Keep(new Remembering(disk), new Remembering(new Store()));
  await keep.setMembership(MEMBERSHIP);
  shelf = new Shelf(keep, () => true, vi.fn());
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function leaveMeanwhile(work: Promise<unknown>): Promise<void> {
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  await keep.clear();
  answer.resolve(Response.json({ id: 'N', state: 'declined', note: 'Hatten wir.' }));
  await work;
}

test('a page that is on its way when the person leaves is not remembered', async () => {
  await leaveMeanwhile(shelf.propose(DRAFT));
  expect(disk.values).toEqual({});
});

test('nor is what became of those sent before', async () => {
  await keep.changeProposals(() => [SENT]);
  await leaveMeanwhile(shelf.askAboutProposals());
  expect(disk.values).toEqual({});
});
