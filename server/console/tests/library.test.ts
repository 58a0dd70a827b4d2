import { expect, test } from 'vitest';
import type { ContentItem, ContentRecord } from '../src/api/types.ts';
import {
  bulkEdit,
  emptyBulkForm,
  type Filters,
  isGone,
  leftAlone,
  reviewQueue,
  select,
  sourceKind,
} from '../src/model/library.ts';

const record = (
  id: string,
  item: Partial<ContentItem> = {},
  part: Partial<ContentRecord> = {},
): ContentRecord => ({
  item: { id, url: `https://acme.example/${id}`, title: id, language: 'de', ...item },
  version: 1,
  state: 'published',
  updatedAt: '2026-11-24T08:00:00Z',
  editorial: { state: 'approved', source: '', remark: '', note: '' },
  duplicates: [],
  ...part,
});
const at = (state: ContentRecord['editorial']['state']) => ({
  editorial: { state, source: 'employee', remark: '', note: '' },
});
const all: Filters = { query: '', topic: '', state: '', language: '', network: '' };
const ids = (records: ContentRecord[]) => records.map(({ item }) => item.id);

test('filters narrow together; the archive is shown when asked for', () => {
  const records = [
    record('a', { title: 'Rohrbruch in Zürich', topics: ['service'], networks: ['linkedin'] }),
    record('b', { language: 'fr' }, at('draft')),
    record('c', {}, at('archived')),
  ];
  expect(ids(select(records, all))).toEqual(['a', 'b']);
  expect(ids(select(records, { ...all, state: 'archived' }))).toEqual(['c']);
  expect(ids(select(records, { ...all, query: 'ZURICH rohr' }))).toEqual(['a']);
  expect(ids(select(records, { ...all, query: 'acme.example/b' }))).toEqual(['b']);
  expect(ids(select(records, { ...all, topic: 'service' }))).toEqual(['a']);
  expect(ids(select(records, { ...all, language: 'fr', state: 'draft' }))).toEqual(['b']);
  // Without networks an item may be shared anywhere.
  expect(ids(select(records, { ...all, network: 'x' }))).toEqual(['b']);
  expect(ids(select(records, { ...all, network: 'linkedin' }))).toEqual(['a', 'b']);
});

test('what waits longest is reviewed first', () => {
  const records = [
    record('new', {}, { ...at('proposed'), updatedAt: '2026-11-24T09:00:00Z' }),
    record('done'),
    record('old', {}, { ...at('proposed'), updatedAt: '2026-11-20T09:00:00Z' }),
  ];
  expect(ids(reviewQueue(records))).toEqual(['old', 'new']);
});

test('a removed item is gone, an archived one is not', () => {
  expect(isGone(record('a', {}, { state: 'removed' }))).toBe(true);
  expect(isGone(record('a', {}, { state: 'removed', ...at('archived') }))).toBe(false);
});

test('a change of many holds what was filled in, and is none without', () => {
  expect(bulkEdit(emptyBulkForm())).toBeNull();
  expect(bulkEdit({ ...emptyBulkForm(), owner: { how: 'set', value: '' } })).toBeNull();
  expect(
    bulkEdit({
      addTopics: ['a'],
      removeTopics: [],
      until: { how: 'unset', value: '2026-11-24T08:00:00Z' },
      priority: { how: 'set', value: 0 },
      owner: { how: 'keep', value: 'Anna' },
    }),
  ).toEqual({ topics: { add: ['a'] }, until: null, priority: 0 });
});

test('items that stayed as they were are named, with the reason', () => {
  const problem = { status: 412, detail: 'changed' };
  const changed = {
    items: [
      { id: 'a', version: 2 },
      { id: 'b', problem },
      { id: 'lost', problem },
    ],
  };
  expect(leftAlone(changed, [record('a'), record('b', { title: 'B' })])).toEqual([
    { title: 'B', ...problem },
    { title: 'lost', ...problem },
  ]);
});

test('sources are kinds', () => {
  expect(['', 'employee', 'link', 'feed:news', 'feeds'].map(sourceKind)).toEqual([
    '',
    'employee',
    'link',
    'feed',
    '',
  ]);
});
