import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Organisation, PackHead } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { faultsOf, gapsOf, readContent, writeContent } from '../src/model/content.ts';
import { filledRows, labelGaps } from '../src/model/labels.ts';
import { organisationGaps, readOrganisation, writeOrganisation } from '../src/model/organisation.ts';

const pointers = (problems: { pointer: string }[]) => problems.map(({ pointer }) => pointer);

describe.each([de, en])('a content item', (t) => {
  const blank = readContent({ id: '', url: '', title: '', language: 'de' });

  test('names what is missing, once somebody saves', () => {
    expect(faultsOf(blank, t)).toEqual([]);
    expect(pointers(gapsOf(blank, true, t))).toEqual(['/url', '/title']);
    expect(gapsOf({ ...blank, url: 'https://a.example', title: 'A' }, true, t)).toEqual([]);
  });

  test('may lack what its picture shows while it is a draft', () => {
    const pictured = { ...blank, url: 'https://a.example', title: 'A', imageUrl: 'https://a.example/a.png' };
    expect(gapsOf(pictured, false, t)).toEqual([]);
    expect(pointers(gapsOf(pictured, true, t))).toEqual(['/image/alt']);
  });

  test('says while one types what cannot be right', () => {
    const wrong = {
      ...blank,
      url: 'acme.example',
      imageUrl: 'a.png',
      from: '2027-01-02T00:00:00Z',
      until: '2027-01-01T00:00:00Z',
      title: 'ü'.repeat(501),
    };
    expect(pointers(faultsOf(wrong, t))).toEqual(['/url', '/image/url', '/title', '/until']);
  });

  test('is named by its address when its title holds no Latin letter', () => {
    const item = { id: '', url: '', title: '', language: 'de' };
    const form = { ...blank, title: '日本語', url: 'https://acme.example/jp/Über uns' };
    expect(writeContent(item, form).id).toBe('acme-example-jp-ueber-uns');
  });
});

describe.each([de, en])('rows of names', (t) => {
  const row = (id: string, german: string, english = '') => ({ id, label: { de: german, en: english } });

  test('need a name that makes an id, each once', () => {
    const rows = [row('a', 'A'), row('', ''), row('', '日本'), row('a', 'a'), row('b', ' ')];
    expect(pointers(labelGaps(rows, '/roles', t))).toEqual(['/roles/2', '/roles/3', '/roles/4']);
  });

  test('nobody filled in are left out, and so are empty languages', () => {
    expect(filledRows([row('a', 'A'), row('', ' ')])).toEqual([{ id: 'a', label: { de: 'A' } }]);
  });
});

describe('the organisation', () => {
  const organisation = {
    id: 'acme',
    title: { de: 'ACME' },
    publicUrl: 'https://herold.acme.example',
    roles: [],
    groups: [],
    channels: ['pilot', 'everyone'],
    settings: {
      pageMode: 'offered',
      k: 10,
      groupFigures: true,
      linkedin: { clientId: 'x', version: '202610' },
    },
  } as unknown as Organisation;
  const head: PackHead = { id: 'acme', title: 'Leitplanken', defaultLanguage: 'de' };
  const form = readOrganisation(organisation, head);

  test('comes back as it was, with what the form does not show', () => {
    expect(writeOrganisation(organisation, form)).toMatchObject({
      ...organisation,
      settings: { ...organisation.settings, shortLinks: false },
    });
  });

  test.each([de, en])('names each field that is wrong', (t) => {
    expect(organisationGaps(form, t)).toEqual([]);
    const wrong = {
      ...form,
      title: { de: ' ', en: 'ACME' },
      publicUrl: 'acme',
      packTitle: {},
      k: null,
      linkedin: { on: 'on' as const, clientId: ' ', version: '2026' },
      roles: [{ id: '', label: { de: '?' } }],
    };
    expect(pointers(organisationGaps(wrong, t))).toEqual([
      '/title',
      '/publicUrl',
      '/packTitle',
      '/settings/k',
      '/settings/linkedin/clientId',
      '/settings/linkedin/version',
      '/roles/0',
    ]);
    const off = { ...wrong, linkedin: { ...wrong.linkedin, on: 'off' as const } };
    expect(pointers(organisationGaps(off, t))).not.toContain('/settings/linkedin/version');
  });
});

test('everything that the server says it stores is told in German too', () => {
  const source = readFileSync(new URL('../../src/app/stored_thing.cc', import.meta.url), 'utf8');
  const keys = [...source.matchAll(/\{"([a-z.-]+)",/g)].map(([, key]) => key);
  expect(keys.length).toBeGreaterThan(15);
  expect(Object.keys(de.settings.stored).sort()).toEqual(keys.sort());
});

test.each([
  'must be an http or https address',
  'must be after `from`',
  'must be in the future',
  'must be from 1 to 100000',
  'must be a whole number from 5 to 1000',
  'must be 5 minutes to 7 days',
  'must have at most 500 characters',
  'must be one line of text',
  '"werk" is there twice',
  '"News" has this address already',
  'must be a year and a month such as 202610',
  '“existense” is not known; it must be “existence”, “metric” or “link”',
  'must be “fold” or “exact”',
  '“Vertraulich!” is not an id: small letters a to z, digits, full stops and hyphens',
])('“%s” is told in German, and in English as a sentence', (message) => {
  expect(de.problem(message)).toMatch(/^[«A-ZÄÖÜ].*\.$/);
  expect(de.problem(message)).not.toBe(message);
  expect(en.problem(message)).toMatch(/^["“A-Z].*\.$/);
});
