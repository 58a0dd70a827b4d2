import { expect, test } from 'vitest';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { describeItem } from '../src/model/content-changes.ts';
import { formatTime } from '../src/model/dates.ts';

const names = {
  topics: { service: { de: 'Bei Kunden', en: 'With customers' } },
  organisation: {
    roles: [{ id: 'board', label: { de: 'Leitung', en: 'Board' } }],
    groups: [{ id: 'north', label: { de: 'Werk Nord', en: 'Plant North' } }],
  },
};
const base = {
  ...{ id: 'a', url: 'https://acme.example/a', title: 'Bericht', language: 'de' },
  ...{ summary: 'Kurz.', topics: ['service'], hashtags: ['Holz'], priority: 3 },
  image: { url: 'https://acme.example/a.png', alt: 'Ein Haus' },
  captions: [
    { id: 'c1', language: 'de', text: 'Eins' },
    { id: 'c2', language: 'de', text: 'Zwei' },
  ],
};
const said = (now: object) => describeItem(base, now as typeof base, { t: de, language: 'de', names });
const noon = '2027-01-15T12:00:00+01:00';

test.each([
  ['nothing', {}, []],
  ['a title', { title: 'Jahresbericht' }, ['Titel: «Jahresbericht» statt «Bericht»']],
  ['a long text, without its words', { summary: 'Länger.' }, ['Zusammenfassung: neu gefasst.']],
  ['a text that came', { disclosure: 'Werbung' }, ['Offenlegung neu: «Werbung»']],
  ['a text that went', { summary: null }, ['Zusammenfassung: entfällt.']],
  ['a language by its name', { language: 'fr' }, ['Sprache: «Französisch» statt «Deutsch»']],
  ['a priority of zero', { priority: 0 }, ['Vorrang: «0» statt «3»']],
  [
    'topics by their labels, unknown ones by their names',
    { topics: ['news'] },
    ['Themen: «news» dazu.', 'Themen: «Bei Kunden» weg.'],
  ],
  ['hashtags with their sign', { hashtags: ['Holz', 'Bau'] }, ['Hashtags: «#Bau» dazu.']],
  ['whom it reaches now', { audience: { roles: ['board'] } }, ['Rollen: «Leitung».']],
  ['where it may be shared now', { networks: ['linkedin', 'x'] }, ['Netzwerke: «LinkedIn», «X».']],
  ['from when on', { from: noon }, [`Anbieten ab: ${formatTime(noon, 'de')}.`]],
  ['another picture', { image: { ...base.image, url: 'https://acme.example/b.png' } }, ['Bild: ersetzt.']],
  ['what it shows', { image: { ...base.image, alt: 'Ein Turm' } }, ['Was das Bild zeigt: neu gefasst.']],
  ['no picture', { image: null }, ['Bild: entfällt.']],
  ['a key of their own', { campaign: 'Mai' }, ['«campaign»: neu gefasst.']],
])('%s', (_, now, expected) => {
  expect(said(now)).toEqual(expected);
});

test('captions are counted', () => {
  const [first, second] = base.captions;
  const captions = [
    { ...second, text: 'Zwei!' },
    { id: 'c3', language: 'de', text: 'Drei' },
  ];
  expect(said({ captions })).toEqual(['Textvarianten: 1 neu, 1 geändert, 1 entfernt.']);
  expect(said({ captions: [second, first] })).toEqual(['Textvarianten: andere Reihenfolge.']);
  expect(said({ captions: null })).toEqual(['Textvarianten: 2 entfernt.']);
});

test('a restriction that goes is said, one half of an audience at a time', () => {
  const before = { ...base, audience: { roles: ['board'], groups: ['north'] }, networks: ['x'] };
  const now = { audience: { groups: ['north'] }, networks: null };
  expect(describeItem(before, now, { t: de, language: 'de', names })).toEqual([
    'Rollen: entfällt.',
    'Netzwerke: entfällt.',
  ]);
});

test('in English too, in the order of the form', () => {
  const now = { until: noon, title: 'Annual report' };
  expect(describeItem(base, now, { t: en, language: 'en', names })).toEqual([
    expect.stringContaining('Annual report'),
    expect.stringContaining(formatTime(noon, 'en')),
  ]);
});
