import { expect, test } from 'vitest';
import { beginning, inSentence } from '../../../extension/src/look/title.ts';

test('most titles stand in a sentence as they are', () => {
  for (const title of ['', 'Neues aus Zürich', 'x'.repeat(80), '👩🏽‍🔧 am Werk', 'C\u200Dd'])
    expect(inSentence(title)).toBe(title);
});

test('a long one ends behind a whole word, and in no character’s middle', () => {
  expect(inSentence('Wort '.repeat(60))).toBe(`${'Wort '.repeat(15)}Wort…`);
  expect(inSentence('👩🏽‍🔧'.repeat(300))).toBe(`${'👩🏽‍🔧'.repeat(80)}…`);
});

test('one that runs the other way, or turns what follows, stays within itself', () => {
  expect(inSentence('שלום עולם!')).toBe('\u2068שלום עולם!\u2069');
  expect(inSentence('Bild\u202Egnp.exe')).toBe('\u2068Bildgnp.exe\u2069');
  expect(inSentence('\u2069\u2066Bild')).toBe('\u2068Bild\u2069');
});

test('what is bounded ends with a whole character', () => {
  expect(['a🎉b', 'a🎉', 'ab', ''].map((text) => beginning(text, 2))).toEqual(['a', 'a', 'ab', '']);
  expect(beginning('a🎉', 3)).toBe('a🎉');
});
