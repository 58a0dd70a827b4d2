import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineHost } from '../../../extension/src/engine/host.ts';
import { PageDrafts } from '../../../extension/src/worker/page-drafts.ts';
import type { PanelNews, RequestOf } from '../../../extension/src/worker/protocol.ts';

const PAGE = { tab: 7, frame: 0, fromPage: true };
let told: PanelNews[];
let suggested: string[];
let drafts: PageDrafts;

const checkOf = (client: string, draft: string): RequestOf<'page-check'> => ({
  kind: 'page-check',
  request: { client, id: 1, draft, network: 'linkedin' },
  place: 'post',
  usedAt: 0,
  shown: null,
});

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  suggested = [];
  const report = async () => ({ language: 'de', findings: [] });
  drafts = new PageDrafts({
    host: {
      check: async () => ({ answer: { kind: 'checked', id: 1, records: [] }, report }),
    } as unknown as EngineHost,
    reader: async () => ({}),
    suggest: async (draft) => {
      suggested.push(draft);
      return [];
    },
    panelOpen: () => true,
    tell: (news) => told.push(news),
  });
});

afterEach(() => vi.useRealTimers());

const clientsWith = (kind: PanelNews['kind']) =>
  told.flatMap((news) => (news.kind === kind && 'editor' in news ? [news.editor.client] : []));

test('content is looked for once one pauses, for the text as it is then', async () => {
  await drafts.check(checkOf('post', 'Ei'), PAGE);
  await vi.advanceTimersByTimeAsync(100);
  await drafts.check(checkOf('post', 'Ein Haus'), PAGE);
  await vi.advanceTimersByTimeAsync(1000);
  expect(suggested).toEqual(['Ein Haus']);
});

test('of several editors that are checked at once, as when a panel opens, each gets its content', async () => {
  await Promise.all([
    drafts.check(checkOf('post', 'Ein Haus'), PAGE),
    drafts.check(checkOf('comment', 'Schön'), PAGE),
  ]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(clientsWith('page-suggestions')).toEqual(['post', 'comment']);
});

test('nothing is looked for in an editor that is gone', async () => {
  await drafts.check(checkOf('post', 'Ein Haus'), PAGE);
  await vi.advanceTimersByTimeAsync(100);
  drafts.gone('post', PAGE);
  await vi.advanceTimersByTimeAsync(1000);
  expect(suggested).toEqual([]);
});
