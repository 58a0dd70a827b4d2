import fc from 'fast-check';
import { expect, test } from 'vitest';
import { littleText } from '../../../extension/src/linkedin/little-text.ts';
import { readLittleText } from '../../e2e/linkedin/little-text.mjs';
import { anyUrl } from '../share/arbitrary.ts';

const reserved = fc.constantFrom(
  ...'\\|{}@[]()<>#*_~＃',
  '{hashtag|#|x}',
  '@[A](urn:li:person:1)',
  '\\#',
  '#a',
);
const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), reserved, anyUrl))
  .map((parts) => parts.join(''));

test('every text comes back as it was, whatever it holds', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(readLittleText(littleText(text))).toMatchObject({ text: text.toWellFormed(), cut: false });
    }),
    { numRuns: 2000 },
  );
});

test('the stand-in cuts what is not escaped, as LinkedIn does', () => {
  expect(readLittleText('Neu (heute) da')).toEqual({ text: 'Neu ', hashtags: [], cut: true });
  for (const character of '\\|{}@[]()<>*_~')
    expect(readLittleText(`a${character} b`), character).toMatchObject({ text: 'a', cut: true });
});

test.each([
  ['#Handwerk lebt', '{hashtag|\\#|Handwerk} lebt', ['Handwerk']],
  ['Wir (#Lehre_2026)!', 'Wir \\({hashtag|\\#|Lehre\\_2026}\\)!', ['Lehre_2026']],
  ['＃職人 #Zürich', '{hashtag|＃|職人} {hashtag|\\#|Zürich}', ['職人', 'Zürich']],
  ['🎉#neu', '🎉{hashtag|\\#|neu}', ['neu']],
  ['C# und F#, Platz #1', 'C\\# und F\\#, Platz \\#1', []],
  ['https://a.example/x_y#teil', 'https://a.example/x\\_y\\#teil', []],
  ['a&#39; ##doppelt', 'a&\\#39; \\#\\#doppelt', []],
  ['', '', []],
])('hashtags stay hashtags, and nothing else becomes one: %s', (text, commentary, hashtags) => {
  expect(littleText(text)).toBe(commentary);
  expect(readLittleText(commentary)).toEqual({ text, hashtags, cut: false });
});
