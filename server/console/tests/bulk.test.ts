import { beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from '../src/api/client.ts';
import type { ContentChange, ContentReference } from '../src/api/types.ts';

const change = vi.hoisted(() => vi.fn());
vi.mock('../src/api/client.ts', () => ({
  ApiError: class extends Error {
    constructor(readonly status: number) {
      super();
    }
  },
}));
vi.mock('../src/api/resources.ts', () => ({ content: { change } }));
const { changeAll, undoing } = await import('../src/model/bulk.ts');

const reference = (n: number, state: ContentReference['state'] = 'approved') => ({
  id: `a${n}`,
  title: `A ${n}`,
  version: 1,
  state,
});
const many = Array.from({ length: 2500 }, (_, n) => reference(n));

beforeEach(() => void change.mockReset());

test('changes many in portions that the server takes, and tells how far it is', async () => {
  change.mockImplementation(async ({ items }: ContentChange) => ({
    items: items.map(({ id }, i) =>
      i === 0 ? { id, problem: { status: 412, detail: 'changed' } } : { id, version: 2 },
    ),
  }));
  const heard: number[] = [];
  const result = await changeAll(many, { decision: 'archive' }, (n) => heard.push(n));
  expect(change.mock.calls.map(([{ items }]) => items.length)).toEqual([1000, 1000, 500]);
  expect(heard).toEqual([1000, 2000, 2500]);
  expect(result.left.map(({ id, title, status }) => [id, title, status])).toEqual([
    ['a0', 'A 0', 412],
    ['a1000', 'A 1000', 412],
    ['a2000', 'A 2000', 412],
  ]);
  expect(result.changed).toHaveLength(2497);
  expect(result.changed[0]).toEqual({ ...reference(1), version: 2 });
});

test('counts what was so already, and offers nothing to take back of it', async () => {
  change.mockResolvedValue({
    items: [
      { id: 'a0', version: 1 },
      { id: 'a1', version: 2, undo: { owner: null } },
    ],
  });
  const { changed, same } = await changeAll(many.slice(0, 2), { edit: { owner: 'Anna' } });
  expect(same).toBe(1);
  expect(changed.map(({ id }) => id)).toEqual(['a1']);
});

test('sends no more at once than the server reads', async () => {
  change.mockImplementation(async ({ items }: ContentChange) => ({
    items: items.map(({ id }) => ({ id, version: 2 })),
  }));
  const topics = { set: Array.from({ length: 100 }, (_, n) => `${'topic'.repeat(10)}-${n}`) };
  const { changed } = await changeAll(
    many.slice(0, 500).map((one) => ({ ...one, edit: { topics } })),
    {},
  );
  expect(changed).toHaveLength(500);
  const sizes = change.mock.calls.map(([body]) => JSON.stringify(body).length);
  expect(Math.max(...sizes)).toBeLessThan(600_000);
});

test('says what was done before the server failed', async () => {
  change.mockImplementationOnce(async ({ items }: ContentChange) => ({
    items: items.map(({ id }) => ({ id, version: 2 })),
  }));
  change.mockRejectedValueOnce(new ApiError(503, ''));
  const result = await changeAll(many, { decision: 'archive' });
  expect(result.changed).toHaveLength(1000);
  expect(result.failure?.status).toBe(503);
  expect(change).toHaveBeenCalledTimes(2);
});

test('decided items go back to where each stood, edited ones to what they were', () => {
  const stood = { editorial: { state: 'proposed' as const, note: '' } };
  const decided = { ...reference(1, 'proposed'), version: 2, undo: stood };
  expect(undoing([decided, reference(2)])).toEqual([
    { ...reference(1, 'proposed'), version: 2, edit: stood },
  ]);
  expect(undoing([])).toEqual([]);
});

test('edited items get back the values that each had, also those of before a failure', async () => {
  const undo = (id: string) => ({ owner: `Owner of ${id}`, until: null });
  change.mockImplementationOnce(async ({ items }: ContentChange) => ({
    items: items.map(({ id }) => ({ id, version: 2, undo: undo(id) })),
  }));
  change.mockRejectedValueOnce(new ApiError(503, ''));
  const { changed } = await changeAll(many, { edit: { owner: 'Anna' } });
  change.mockResolvedValueOnce({ items: changed.map(({ id }) => ({ id, version: 3 })) });
  await changeAll(undoing(changed), {});
  const sent = Array.from({ length: 1000 }, (_, n) => ({ id: `a${n}`, version: 2, edit: undo(`a${n}`) }));
  expect(change.mock.calls.slice(2)).toEqual([[{ items: sent }]]);
});
