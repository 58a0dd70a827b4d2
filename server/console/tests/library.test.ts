import { describe, expect, test } from 'vitest';
import type { ContentItem, ContentRecord } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { languageOptions } from '../src/model/languages.ts';
import {
  asQuery,
  bulkEdit,
  emptyBulkForm,
  firstView,
  isBackwards,
  isGone,
  recallLibrary,
  rememberLibrary,
  sortedBy,
  sourceKind,
  unfilled,
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
  channels: ['everyone'],
  ...part,
});
const at = (state: ContentRecord['editorial']['state']) => ({
  editorial: { state, source: 'employee', remark: '', note: '' },
});

test('a view asks the server for what it shows; the archive when it is asked for', () => {
  expect(asQuery(firstView)).toEqual({ state: 'current', sort: '-updated' });
  expect(
    asQuery({ ...firstView, query: ' Zürich ', state: 'archived', sort: 'title', descending: false }),
  ).toEqual({
    query: 'Zürich',
    state: 'archived',
    sort: 'title',
  });
});

test('a column sorts, and turns when it is pressed again; times begin with the newest', () => {
  const byTitle = sortedBy(firstView, 'title');
  expect(byTitle).toMatchObject({ sort: 'title', descending: false });
  expect(sortedBy(byTitle, 'title')).toMatchObject({ sort: 'title', descending: true });
  expect(sortedBy(byTitle, 'updated')).toMatchObject({ sort: 'updated', descending: true });
});

describe('the place in the library', () => {
  const storage = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    } as Storage;
  };
  const address = (text: string) => new URLSearchParams(text);

  test('is the last one in this tab, unless the address asks for another', () => {
    const tab = storage();
    rememberLibrary(tab, { ...firstView, topic: 'service' }, 300, 1200);
    expect(recallLibrary(address(''), tab)).toMatchObject({
      shown: 300,
      scroll: 1200,
      view: { topic: 'service' },
    });
    expect(recallLibrary(address('tab=review'), tab)).toMatchObject({ shown: 300 });
    expect(recallLibrary(address('topic=service'), tab)).toMatchObject({ shown: 300, scroll: 1200 });
    expect(recallLibrary(address('topic=other&sort=-title'), tab)).toMatchObject({
      shown: 0,
      view: { topic: 'other', sort: 'title', descending: true },
    });
  });

  test('is forgotten where the tab has no room for it', () => {
    const full = storage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    rememberLibrary(full, { ...firstView, topic: 'service' }, 300, 1200);
    expect(recallLibrary(address(''), full).view).toEqual(firstView);
  });

  test('is the first one when the address or what was kept makes no sense', () => {
    const tab = storage();
    tab.setItem('herold.library.view', '{"view":');
    expect(recallLibrary(address(''), tab).view).toEqual(firstView);
    expect(recallLibrary(address('state=lost&network=myspace&sort=size'), tab).view).toEqual(firstView);
  });
});

test('a removed item is gone, an archived one is not', () => {
  expect(isGone(record('a', {}, { state: 'removed' }))).toBe(true);
  expect(isGone(record('a', {}, { state: 'removed', ...at('archived') }))).toBe(false);
});

test('a change of many holds what was filled in, and is none without', () => {
  expect(bulkEdit(emptyBulkForm())).toBeNull();
  const empty = { ...emptyBulkForm(), owner: { how: 'set' as const, value: '' } };
  expect(bulkEdit(empty)).toBeNull();
  expect(unfilled(empty)).toEqual(['owner']);
  expect(
    bulkEdit({
      ...emptyBulkForm(),
      addTopics: ['a'],
      until: { how: 'unset', value: '2026-11-24T08:00:00Z' },
      priority: { how: 'set', value: 0 },
      owner: { how: 'keep', value: 'Anna' },
    }),
  ).toEqual({ topics: { add: ['a'] }, until: null, priority: 0 });
});

test('a change of many restricts, and opens, each half of an audience by itself', () => {
  const form = emptyBulkForm();
  const set = <T>(value: T) => ({ how: 'set' as const, value });
  expect(bulkEdit({ ...form, roles: set(['board']), networks: set(['linkedin']) })).toEqual({
    audience: { roles: ['board'] },
    networks: ['linkedin'],
  });
  const open = { how: 'unset' as const, value: ['board'] };
  expect(bulkEdit({ ...form, roles: open, groups: open, networks: open })).toEqual({
    audience: { roles: null, groups: null },
    networks: null,
  });
  // Nothing chosen would be for everyone, which is another choice.
  const empty = { ...form, roles: set([]), groups: set([]), networks: set([]), from: set('') };
  expect(unfilled(empty)).toEqual(['from', 'roles', 'groups', 'networks']);
  expect(bulkEdit(empty)).toBeNull();
});

test('a period that ends before it begins is known before it is sent', () => {
  const form = emptyBulkForm();
  const at = (value: string) => ({ how: 'set' as const, value });
  const late = at('2027-01-02T00:00:00+01:00');
  expect(isBackwards({ ...form, from: late, until: at('2027-01-01T00:00:00+01:00') })).toBe(true);
  expect(isBackwards({ ...form, from: late, until: at('2027-01-03T00:00:00+01:00') })).toBe(false);
  expect(isBackwards({ ...form, from: late, until: { how: 'unset', value: '2027-01-01T00:00:00Z' } })).toBe(
    false,
  );
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

test('a language that the catalogue does not name is offered where a text is in it', () => {
  const named = Object.entries(de.form.languageNames);
  expect(languageOptions(de, 'de', ['de', ''])).toEqual(named);
  expect(languageOptions(de, 'de', ['de-CH', 'he', 'he'])).toEqual([
    ...named,
    ['de-CH', 'Schweizer Hochdeutsch'],
    ['he', 'Hebräisch'],
  ]);
  expect(languageOptions(de, 'de', ['x-rumantsch']).at(-1)).toEqual(['x-rumantsch', 'x-rumantsch']);
});
