import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeBetween, shiftSpan } from '../../../extension/src/editor/shift.ts';

describe('changeBetween', () => {
  test.each([
    ['abc', 'abc', undefined],
    ['', 'a', { start: 0, end: 0, inserted: 1 }],
    ['ab', 'aXb', { start: 1, end: 1, inserted: 1 }],
    ['aXb', 'ab', { start: 1, end: 2, inserted: 0 }],
    ['aab', 'aaab', { start: 2, end: 2, inserted: 1 }],
  ])('%j → %j', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });

  test('turns the one text into the other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const change = changeBetween(before, after);
        const { start, end, inserted } = change ?? { start: 0, end: 0, inserted: 0 };
        expect(before.slice(0, start) + after.slice(start, start + inserted) + before.slice(end)).toBe(after);
      }),
    );
  });
});

describe('shiftSpan', () => {
  const span = { start: 4, end: 9 };
  test.each([
    ['typing far behind leaves it', { start: 12, end: 12, inserted: 3 }, span],
    ['typing before it moves it', { start: 0, end: 0, inserted: 3 }, { start: 7, end: 12 }],
    ['deleting before it moves it back', { start: 0, end: 2, inserted: 0 }, { start: 2, end: 7 }],
    ['typing inside hides it', { start: 6, end: 6, inserted: 1 }, undefined],
    ['typing at its end hides it: the word grows', { start: 9, end: 9, inserted: 1 }, undefined],
    ['typing at its start hides it', { start: 4, end: 4, inserted: 1 }, undefined],
    ['replacing all hides it', { start: 0, end: 20, inserted: 2 }, undefined],
  ])('%s', (_what, change, expected) => {
    expect(shiftSpan(span, change)).toEqual(expected);
  });

  test('what stays shown still holds the same words', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), fc.nat(), (before, after, a, b) => {
        const [start, end] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const change = changeBetween(before, after);
        const shifted = change && shiftSpan({ start, end }, change);
        if (shifted) expect(after.slice(shifted.start, shifted.end)).toBe(before.slice(start, end));
      }),
    );
  });
});
