import { expect, test } from 'vitest';
import { isPast, localInputValue, nextMoment, tomorrowMorning } from '../../../extension/src/panel/when.ts';

test('tomorrow at nine, across months and years, as a field holds it', () => {
  const at = (...parts: [number, number, number, number, number]) =>
    localInputValue(tomorrowMorning(new Date(...parts)));
  expect(at(2026, 10, 30, 23, 59)).toBe('2026-12-01T09:00');
  expect(at(2026, 11, 31, 0, 0)).toBe('2027-01-01T09:00');
});

test('the field reads back as the same moment', () => {
  const at = new Date(2026, 2, 5, 7, 4);
  expect(new Date(localInputValue(at)).getTime()).toBe(at.getTime());
});

test('a time is past from its own moment on; none never is', () => {
  const at = '2026-11-25T09:00:00.000Z';
  expect([isPast(at, Date.parse(at) - 1), isPast(at, Date.parse(at)), isPast(null, 0)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('of several times the first one to come, none of those that have gone', () => {
  const now = Date.parse('2026-11-25T09:00:00Z');
  const times = ['2026-11-25T09:00:00Z', null, '2026-11-25T10:00:00Z', undefined, '2026-11-25T09:30:00Z'];
  expect(nextMoment(times, now)).toBe(Date.parse('2026-11-25T09:30:00Z'));
  expect(nextMoment([null, '2026-11-25T09:00:00Z', 'soon'], now)).toBeNull();
});
