import { afterEach, beforeEach, expect, test, vi } from 'vitest';

vi.stubGlobal('localStorage', { getItem: () => 'de' });
const { notices } = await import('../src/model/notices.svelte.ts');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const said = () => notices.list.map(({ id }) => id);

test('a notice goes by itself, but not while somebody points at it', () => {
  notices.say(() => 'Gespeichert.');
  const [id] = said();
  if (id === undefined) throw new Error('nothing was said');
  vi.advanceTimersByTime(7_000);
  notices.hold(id);
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([id]);
  notices.release(id);
  vi.advanceTimersByTime(7_999);
  expect(said()).toEqual([id]);
  vi.advanceTimersByTime(1);
  expect(said()).toEqual([]);
});

test('a failure stays, pointed at or not', () => {
  notices.fail(() => 'Das ging nicht.');
  const [id] = said();
  if (id === undefined) throw new Error('nothing was said');
  notices.hold(id);
  notices.release(id);
  vi.advanceTimersByTime(600_000);
  expect(said()).toEqual([id]);
});
