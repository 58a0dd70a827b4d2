import { beforeEach, expect, test, vi } from 'vitest';
import type { ContentQuery } from '../src/api/types.ts';

const library = Array.from({ length: 2300 }, (_, n) => ({ item: { id: `a${n}` } }));
const page = vi.hoisted(() => vi.fn());
vi.mock('../src/api/client.ts', () => ({ ApiError: class extends Error {} }));
vi.mock('../src/api/resources.ts', () => ({ content: { page } }));
const { ContentPages } = await import('../src/model/content-pages.svelte.ts');

const answer = async (_: ContentQuery, limit: number, cursor = '0') => {
  const end = Number(cursor) + limit;
  const more = end < library.length ? { nextCursor: String(end) } : {};
  return {
    items: library.slice(Number(cursor), end),
    matching: library.length,
    total: library.length,
    languages: ['de'],
    ...more,
  };
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  page.mockReset();
  page.mockImplementation(answer);
});

test('asks for a hundred, then for the next hundred', async () => {
  const pages = new ContentPages({});
  await settled();
  expect(page.mock.calls.map(([, limit]) => limit)).toEqual([100]);
  await pages.more();
  expect(pages.value?.items.map(({ item }) => item.id)).toEqual(
    library.slice(0, 200).map(({ item }) => item.id),
  );
  await pages.reload();
  expect(page.mock.lastCall?.[1]).toBe(200);
});

test('brings somebody back to where they were, in pages that the server gives', async () => {
  const pages = new ContentPages({}, 2150);
  await settled();
  expect(page.mock.calls.map(([, limit]) => limit)).toEqual([1000, 1000, 150]);
  expect(pages.value?.items).toHaveLength(2150);
  await pages.ask({ topic: 'service' });
  expect(page.mock.lastCall?.slice(0, 2)).toEqual([{ topic: 'service' }, 100]);
});

test('keeps what is there when the next page does not come, and goes on from there', async () => {
  const pages = new ContentPages({});
  await settled();
  page.mockRejectedValueOnce(new Error('gone'));
  await pages.more();
  expect(pages.stuck).toBeDefined();
  expect(pages.value?.items).toHaveLength(100);
  await pages.more();
  expect(pages.stuck).toBeUndefined();
  expect(pages.value?.items).toHaveLength(200);
});

test('drops a page of the list before', async () => {
  const pages = new ContentPages({});
  await settled();
  const late = pages.more();
  await pages.ask({ query: 'x' });
  await late;
  expect(pages.value?.items).toHaveLength(100);
});
