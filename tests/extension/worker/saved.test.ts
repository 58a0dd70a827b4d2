import { expect, test } from 'vitest';
import type { SavedItem } from '../../../extension/src/worker/protocol.ts';
import {
  dueUnseen,
  savedViews,
  withChange,
  withoutItem,
  withSaved,
  withSeen,
} from '../../../extension/src/worker/saved.ts';

const NOW = Date.parse('2026-11-25T09:00:00Z');
const saved = (item: string, part: Partial<SavedItem> = {}): SavedItem => ({
  item,
  title: item,
  url: `https://acme.example/${item}`,
  note: '',
  savedAt: '2026-11-20T09:00:00Z',
  remindAt: null,
  seen: false,
  ...part,
});
const ids = (list: readonly SavedItem[]) => list.map(({ item }) => item);
const reader = { network: 'linkedin' as const, seed: 's', role: 'sales', groups: ['zurich'] };

test('the newest stands in front, a change keeps its place, removing takes one', () => {
  const list = withSaved(withSaved([], saved('a')), saved('b'));
  expect(ids(list)).toEqual(['b', 'a']);
  const noted = withChange(list, 'a', { note: 'morgen' });
  expect(noted.map(({ item, note }) => [item, note])).toEqual([
    ['b', ''],
    ['a', 'morgen'],
  ]);
  expect(ids(withoutItem(noted, 'b'))).toEqual(['a']);
});

test('a note and a reminder set at the same time are both kept; a new reminder is to be told', () => {
  const list = [saved('a', { seen: true, remindAt: '2026-11-01T09:00:00Z' })];
  const noted = withChange(list, 'a', { note: 'morgen' });
  expect(noted[0]).toMatchObject({ note: 'morgen', seen: true });
  const both = withChange(noted, 'a', { remindAt: '2026-11-26T09:00:00Z' });
  expect(both[0]).toMatchObject({ note: 'morgen', remindAt: '2026-11-26T09:00:00Z', seen: false });
  expect(withChange(both, 'b', { note: '?' })).toEqual(both);
});

test('saving what is saved already takes neither note nor reminder away', () => {
  const list = [saved('a', { note: 'morgen' })];
  expect(withSaved(list, saved('a'))).toEqual(list);
});

test('list and notes are bounded', () => {
  let list: SavedItem[] = [];
  for (let n = 0; n < 250; n += 1) list = withSaved(list, saved(`item-${n}`));
  list = withChange(list, 'item-249', { note: 'x'.repeat(6000) });
  expect(list).toHaveLength(200);
  expect(list[0]?.item).toBe('item-249');
  expect(list[0]?.note).toHaveLength(5000);
});

test('what the person wrote to or set a reminder for does not make room for another', () => {
  const noted = saved('noted', { note: 'morgen' });
  const reminded = saved('reminded', { remindAt: '2027-01-01T09:00:00Z' });
  let list = [saved('bare'), noted, reminded];
  for (let n = 0; n < 198; n += 1) list = withSaved(list, saved(`item-${n}`, { note: n < 3 ? '' : 'x' }));
  expect(list).toHaveLength(200);
  expect(ids(list)).toEqual(expect.arrayContaining(['noted', 'reminded']));
  expect(ids(list)).not.toContain('bare');
  for (let n = 0; n < 250; n += 1) list = withSaved(list, saved(`more-${n}`, { note: 'x' }));
  expect(list).toHaveLength(200);
  expect(list[0]?.item).toBe('more-249');
});

test('a reminder is due once its time has come, and told once', () => {
  const list = [
    saved('past', { remindAt: '2026-11-25T08:59:00Z' }),
    saved('now', { remindAt: '2026-11-25T10:00:00+01:00' }),
    saved('later', { remindAt: '2026-11-25T09:01:00Z' }),
    saved('none'),
    saved('seen', { remindAt: '2026-11-01T09:00:00Z', seen: true }),
  ];
  const due = dueUnseen(list, NOW);
  expect(ids(due)).toEqual(['past', 'now']);
  expect(dueUnseen(withSeen(list, due), NOW)).toEqual([]);
  expect(withSeen(list, due)).toHaveLength(list.length);
});

test('due ones are shown first, then the latest', () => {
  const list = [
    saved('old', { savedAt: '2026-11-01T09:00:00Z' }),
    saved('new', { savedAt: '2026-11-24T09:00:00Z' }),
    saved('due', { savedAt: '2026-11-02T09:00:00Z', remindAt: '2026-11-25T08:00:00Z', seen: true }),
  ];
  expect(ids(savedViews(list, [], reader, NOW))).toEqual(['due', 'new', 'old']);
});

test('only what the organisation offers now can be shared, with the captions for this network', () => {
  const content = [
    {
      id: 'open',
      url: 'https://acme.example/open',
      title: 'O',
      language: 'de',
      captions: [
        { id: '1', language: 'de', text: 'allgemein' },
        { id: '2', language: 'de', network: 'x', text: 'für X' },
        { id: '3', language: 'de', network: 'linkedin', text: 'für LinkedIn' },
      ],
    },
    { id: 'expired', url: 'https://a', title: 'E', language: 'de', until: '2026-11-25T09:00:00Z' },
    { id: 'embargoed', url: 'https://a', title: 'E', language: 'de', from: '2026-11-25T09:00:01Z' },
  ];
  const list = ['open', 'expired', 'embargoed', 'withdrawn'].map((id) => saved(id));
  const views = savedViews(list, content, reader, NOW);
  expect(views.map(({ item, suggestion }) => [item, suggestion?.captions.map(({ id }) => id)])).toEqual([
    ['open', ['3', '1']],
    ['expired', undefined],
    ['embargoed', undefined],
    ['withdrawn', undefined],
  ]);
});

test.each([
  [{}, true],
  [{ roles: ['sales', 'board'] }, true],
  [{ roles: ['board'] }, false],
  [{ groups: ['bern', 'zurich'] }, true],
  [{ groups: ['bern'] }, false],
  [{ roles: ['sales'], groups: ['bern'] }, false],
  [{ roles: [], groups: [] }, true],
])('what is meant for %j since it was saved can be shared: %s', (audience, can) => {
  const content = [{ id: 'a', url: 'https://a', title: 'A', language: 'de', audience }];
  const [view] = savedViews([saved('a')], content, reader, NOW);
  expect(view?.suggestion !== null).toBe(can);
});
