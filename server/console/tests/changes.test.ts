import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { describeChange } from '../src/model/changes.ts';
import { formatTime } from '../src/model/dates.ts';

const base = { id: 'a', kind: 'existence', message: { de: 'Vertraulich.' }, terms: ['Falke'] };
const said = (after: object, before: object = base) =>
  describeChange(before as typeof base, after as typeof base, de, 'de');
const time = (rfc3339: string) => formatTime(rfc3339, 'de');

test.each([
  ['nothing', base, []],
  [
    'severity from the default',
    { ...base, severity: 'error' },
    ['Stufe: von «Achtung» zu «Bitte so nicht».'],
  ],
  ['a term more', { ...base, terms: ['Falke', 'Adler'] }, ['Begriffe: «Adler» dazu.']],
  ['a term replaced', { ...base, terms: ['Adler'] }, ['Begriffe: «Adler» dazu.', 'Begriffe: «Falke» weg.']],
  [
    'many terms',
    { ...base, terms: ['Falke', 'a', 'b', 'c', 'd', 'e'] },
    ['Begriffe: «a», «b», «c» und 2 weitere dazu.'],
  ],
  [
    'a message',
    { ...base, message: { de: 'Noch geheim.', en: 'Secret.' } },
    ['Hinweis (de): «Noch geheim.» statt «Vertraulich.»', 'Hinweis (en) neu: «Secret.»'],
  ],
  [
    'conditions',
    { ...base, applies: { notRoles: ['spokesperson'], until: '2027-01-15T08:00:00+01:00' } },
    ['Ausgenommene Rollen: spokesperson.', `Gilt bis: ${time('2027-01-15T08:00:00+01:00')}.`],
  ],
  [
    'periods',
    { ...base, applies: { periods: [{ from: '2027-01-15T08:00:00Z', until: '2027-01-20T08:00:00Z' }, {}] } },
    [`Zeiträume: ${time('2027-01-15T08:00:00Z')} bis ${time('2027-01-20T08:00:00Z')}; immer.`],
  ],
  ['a time that is none', { ...base, applies: { from: 'bald' } }, ['Gilt ab: bald.']],
  [
    'a long text, no half of a character at its end',
    { ...base, source: `${'x'.repeat(118)}🎉${'x'.repeat(9)}` },
    [`Quelle neu: «${'x'.repeat(118)}…»`],
  ],
  ['an exception', { ...base, except: ['Falkensee'] }, ['Ausnahmen: «Falkensee» dazu.']],
  ['an empty list for none', { ...base, except: [] }, []],
  ['examples', { ...base, examples: { violates: ['x'], complies: ['y'] } }, ['Beispiele: 2 statt 0.']],
  ['a key of their own', { ...base, owner: 'Anna' }, ['«owner» neu: «Anna»']],
])('%s', (_, after, expected) => {
  expect(said(after)).toEqual(expected);
});

test('pairs of words and conditions are told part by part', () => {
  const before = { ...base, swap: { Chef: 'Leitung' }, if: { terms: ['wir'] } };
  const after = { ...base, swap: { Chef: ['Leitung', 'Vorgesetzte'] }, if: { terms: ['wir', 'uns'] } };
  expect(said(after, before)).toEqual([
    'Wortpaare: «Chef → Leitung, Vorgesetzte» dazu.',
    'Wortpaare: «Chef → Leitung» weg.',
    'Bedingung, Begriffe: «uns» dazu.',
  ]);
});

test('in English too', () => {
  expect(describeChange(base, { ...base, terms: ['Falke', 'Adler'] } as typeof base, en, 'en')).toEqual([
    'Terms: “Adler” added.',
  ]);
});
