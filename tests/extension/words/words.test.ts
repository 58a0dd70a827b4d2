import { describe, expect, test } from 'vitest';
import { SEVERITY_WORDS } from '../../../extension/src/look/severity.ts';
import { interfaceLanguage, list, localText, wordsOf } from '../../../extension/src/words/index.ts';

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value(2, 3))];
  return Object.values(value as object).flatMap(texts);
}

describe.each(['de', 'en'] as const)('%s', (language) => {
  const all = [...texts(wordsOf(language)), ...texts(SEVERITY_WORDS[language])];

  test('is calm: no exclamation marks, no words of judgement', () => {
    const harsh = /[!]|verstoss|verstoß|regelbruch|compliance|blocked|violation|unzulässig|haven’t posted/i;
    expect(all.filter((text) => harsh.test(text))).toEqual([]);
  });

  test('says something everywhere', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('the catalogues have the same shape', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  expect(shape(wordsOf('en'))).toEqual(shape(wordsOf('de')));
});

test('German for German readers, English for the others', () => {
  expect(['de', 'de-CH', 'DE-at', 'fr', 'en-GB', 'den'].map(interfaceLanguage)).toEqual([
    'de',
    'de',
    'de',
    'en',
    'en',
    'en',
  ]);
});

test('texts of an organisation: own tag, base, whatever there is', () => {
  const text = { 'de-CH': 'Strasse', de: 'Straße', en: 'street' };
  expect(['de-CH', 'de-AT', 'en', 'it'].map((tag) => localText(text, tag))).toEqual([
    'Strasse',
    'Straße',
    'street',
    'Strasse',
  ]);
  expect(localText('fix', 'de')).toBe('fix');
  expect(localText(null, 'de')).toBe('');
});

test('a list keeps words from right to left apart, and leaves the others as they are', () => {
  expect(list(['Holz', 'Schule'], 'de')).toBe('Holz und Schule');
  expect(list(['ليلى', 'Holz'], 'de')).toBe('\u2068ليلى\u2069 und Holz');
});
