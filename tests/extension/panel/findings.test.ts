import type { Finding } from '@herold/core';
import { expect, test } from 'vitest';
import { piecesOf, shiftFindings, shownFindings, summary } from '../../../extension/src/panel/findings.ts';

function finding(severity: Finding['severity'], start: number, end: number, match = 'x'): Finding {
  return { guideline: 'g', kind: 'existence', severity, range: { start, end }, match, message: '' };
}

test('equal findings get names of their own that survive text around them', () => {
  const before = shownFindings([
    finding('error', 0, 1),
    finding('error', 5, 6),
    finding('error', 9, 10, 'y'),
  ]);
  const after = shownFindings([
    finding('error', 3, 4),
    finding('error', 8, 9),
    finding('error', 12, 13, 'y'),
  ]);
  expect(new Set(before.map(({ key }) => key)).size).toBe(3);
  expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
});

test('the state names the worst, and how many others', () => {
  expect(summary([])).toBeUndefined();
  expect(summary([finding('suggestion', 0, 1), finding('error', 2, 3), finding('warning', 4, 5)])).toEqual({
    worst: 'error',
    count: 1,
    others: 2,
  });
});

test('findings and fixes move along with their text; what a change touches goes', () => {
  const fix = (start: number, end: number) => ({ title: '', edits: [{ range: { start, end }, text: 'z' }] });
  const one = { ...finding('error', 4, 9), fixes: [fix(4, 9), fix(0, 2)] };
  const typed = shiftFindings([one, finding('error', 0, 1)], { start: 1, end: 1, inserted: 3 });
  expect(typed).toEqual([{ ...one, range: { start: 7, end: 12 }, fixes: [fix(7, 12)] }]);
});

test('pieces join to the text; of overlapping findings the worst shows', () => {
  const findings = shownFindings([finding('suggestion', 0, 8), finding('error', 4, 6)]);
  const pieces = piecesOf('abcdefghij', findings);
  expect(pieces.map(({ text, finding }) => [text, finding?.severity])).toEqual([
    ['abcd', 'suggestion'],
    ['ef', 'error'],
    ['gh', 'suggestion'],
    ['ij', undefined],
  ]);
});

test('what is missing, or beyond the text as it is now, paints nothing', () => {
  const findings = shownFindings([finding('warning', 3, 3), finding('warning', 2, 9)]);
  expect(piecesOf('abc', findings)).toEqual([{ text: 'abc' }]);
  expect(piecesOf('', findings)).toEqual([]);
});
