import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { swiss } from '../../../extension/src/look/swiss.ts';
import type { ContentItem, GuidelineRow } from '../src/api/types.ts';
import { captionId, fromPage, readContent, undoing, writeContent } from '../src/model/content.ts';
import { formatDay, fromField, isPast, toField } from '../src/model/dates.ts';
import { Drafts } from '../src/model/drafts.ts';
import { anyShown, anySmall, axisEnd, bars, mostShared, periodDays } from '../src/model/figures.ts';
import { captionLength } from '../src/model/limits.ts';
import { problemsAt, unclaimed } from '../src/model/pointers.ts';
import { arrange, type View } from '../src/model/rows.ts';
import { slug } from '../src/model/slugs.ts';
import { textFor } from '../src/model/texts.ts';

describe('drafts', () => {
  const storage = (): Storage => {
    const map = new Map<string, string>();
    return new Proxy({} as Storage, {
      get: (_, key) =>
        ({
          getItem: (k: string) => map.get(k) ?? null,
          setItem: (k: string, v: string) => void map.set(k, v),
          removeItem: (k: string) => void map.delete(k),
        })[key as string],
      ownKeys: () => [...map.keys()],
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    });
  };

  test('what is kept is found, by name, until it is dropped', () => {
    const drafts = new Drafts(storage());
    drafts.keep('guideline:a', { base: 3, value: { x: 1 } });
    drafts.keep('content:b', { base: 1, value: {} });
    expect(drafts.find('guideline:a')).toEqual({ base: 3, value: { x: 1 } });
    expect(drafts.names('guideline:')).toEqual(['guideline:a']);
    drafts.drop('guideline:a');
    expect(drafts.find('guideline:a')).toBeUndefined();
  });

  test('a full or spoilt store never stops the typing', () => {
    const full = {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(() => new Drafts(full as unknown as Storage).keep('a', { base: 0, value: 1 })).not.toThrow();
    const spoilt = { getItem: () => '{"base":' };
    expect(new Drafts(spoilt as unknown as Storage).find('a')).toBeUndefined();
  });
});

describe('the table', () => {
  const row = (id: string, severity: GuidelineRow['severity'], state: GuidelineRow['state'], de: string) =>
    ({ id, kind: 'existence', severity, state, message: { de }, updatedAt: '', version: 1 }) as GuidelineRow;
  const rows = [
    row('b', 'suggestion', 'published', 'Über uns'),
    row('a', 'error', 'new', 'Vertraulich'),
    row('c', 'warning', 'changed', 'Zahlen'),
  ];
  const view: View = { query: '', severity: '', state: '', kind: '', sort: 'id', descending: false };
  const ids = (change: Partial<View>) => arrange(rows, { ...view, ...change }, 'de').map((r) => r.id);

  test('sorts by what matters, not by the alphabet', () => {
    expect(ids({ sort: 'severity' })).toEqual(['a', 'c', 'b']);
    expect(ids({ sort: 'state' })).toEqual(['a', 'c', 'b']);
    expect(ids({ sort: 'message', descending: true })).toEqual(['c', 'a', 'b']);
  });

  test('searches ids and messages, without case and accents', () => {
    expect(ids({ query: 'uber' })).toEqual(['b']);
    expect(ids({ query: 'vertraulich a' })).toEqual(['a']);
    expect(ids({ severity: 'warning', state: 'new' })).toEqual([]);
  });
});

test('hashtags are stored one by one, without their sign', () => {
  const item = { id: 'a', url: 'https://acme.example/a', title: 'A', language: 'de' };
  const written = (hashtags: string[]) => writeContent(item, { ...readContent(item), hashtags }).hashtags;
  expect(written(['#Team, #Pikett', 'Team', 'Projekt Falke'])).toEqual(['Team', 'Pikett', 'ProjektFalke']);
  expect(written(['2026'])).toEqual(['2026']);
});

describe('lengths', () => {
  test.each([
    ['linkedin', '👍🏽', 4],
    ['', '👍🏽', 1],
    ['x', 'a👍', 3],
    ['x', 'https://www.acme.example/a/very/long/path/that/goes/on', 23],
    ['x', '(https://acme.example/a)', 25],
    ['x', 'Mehr auf acme.com', 32],
    ['x', 'www.acme.example', 23],
    ['x', '1️⃣', 2],
    ['x', 'n\u0308', 2],
    ['mastodon', 'Hi https://acme.example', 26],
    ['bluesky', 'ü', 1],
    ['email', 'schön', 5],
  ] as const)('%s counts %j as %i', (network, text, used) => {
    expect(captionLength({ text }, network).used).toBe(used);
  });

  test('all that goes out with a caption counts', () => {
    const post = {
      text: 'Neu',
      disclosure: 'Anzeige',
      hashtags: ['Team'],
      url: 'https://a.example/1',
      item: 'one',
    };
    const rest = 'Anzeige\n\nNeu\n\n#Team\n\n';
    expect(captionLength(post, 'x')).toEqual({ used: rest.length + 23, limit: 280 });
    const link = 'https://a.example/1?utm_source=linkedin&utm_medium=social&utm_campaign=one';
    expect(captionLength(post, 'linkedin')).toEqual({ used: rest.length + link.length, limit: 3000 });
  });
});

describe('dates', () => {
  const { TZ: ownZone } = process.env;
  const inZone = (zone: string) => {
    process.env.TZ = zone;
  };
  afterEach(() => {
    if (ownZone === undefined) delete process.env.TZ;
    else process.env.TZ = ownZone;
  });

  test.each(['Pacific/Auckland', 'America/Los_Angeles'])(
    'a day is that day wherever it is read: %s',
    (zone) => {
      inZone(zone);
      expect(formatDay('2026-11-24', 'en')).toBe('24 Nov 2026');
    },
  );

  test('a field shows the minute that is stored and stores the minute that is shown', () => {
    inZone('Asia/Kolkata'); // No hour is there twice.
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const minute = Math.floor(date.getTime() / 60_000) * 60_000;
          expect(new Date(fromField(toField(date.toISOString()))).getTime()).toBe(minute);
        },
      ),
    );
  });

  test('an hour that summer time leaves out is the one after it, as browsers read it, never the one before', () => {
    inZone('Europe/Zurich');
    expect(fromField('2027-03-28T02:30')).toBe('2027-03-28T03:30:00+02:00');
    expect(fromField('2027-03-28T01:59')).toBe('2027-03-28T01:59:00+01:00');
    expect(fromField('2026-10-25T02:30')).toBe('2026-10-25T02:30:00+02:00');
  });

  test('an end is exclusive, and what is no time has not come', () => {
    const now = Date.parse('2026-11-26T09:00:00Z');
    expect(isPast('2026-11-26T10:00:00+01:00', now)).toBe(true);
    expect(isPast('2026-11-26T10:00:01+01:00', now)).toBe(false);
    expect(isPast('', now)).toBe(false);
  });

  test('what is no time is empty', () => {
    expect(toField('soon')).toBe('');
    expect(fromField('')).toBe('');
  });
});

describe('pointers', () => {
  const problems = [
    { pointer: '/guidelines/3/terms/0', message: 'empty' },
    { pointer: '/termsAndMore', message: 'other' },
    { pointer: '', message: 'whole' },
  ];

  test('a problem shows beside its field, with or without the way into the pack', () => {
    expect(problemsAt(problems, '/terms', (message) => message)).toEqual(['empty']);
    expect(problemsAt([...problems, ...problems], '/terms', (message) => `${message}!`)).toEqual(['empty!']);
  });

  test('what no field shows is not lost', () => {
    expect(unclaimed(problems, ['/terms']).map((p) => p.message)).toEqual(['other', 'whole']);
  });
});

describe('content', () => {
  const item: ContentItem = { id: 'a', url: 'https://acme.example/', title: 'A', language: 'de' };

  test('the form keeps what it does not show and leaves out what is empty', () => {
    const full = {
      ...item,
      image: { url: 'https://acme.example/a.png', alt: 'A' },
      priority: 0,
      topics: ['ki'],
    };
    expect(writeContent(full, readContent(full))).toEqual(full);
  });

  test('a page fills what is empty and nothing else', () => {
    const page = {
      url: 'https://acme.example/tower',
      title: 'The tower stands',
      summary: 'Forty metres of spruce.',
      image: { url: 'https://acme.example/tower.jpg', alt: 'A tower' },
      language: 'de-AT',
      feed: null,
    };
    const empty = { ...readContent({ ...item, title: '' }), summary: '', imageUrl: '', imageAlt: '' };
    const languages = ['de', 'de-CH', 'en'];
    expect(fromPage({ ...empty, language: 'en' }, page, true, languages)).toEqual({
      title: page.title,
      summary: page.summary,
      imageUrl: page.image.url,
      imageAlt: page.image.alt,
      language: 'de',
    });
    const written = { ...empty, title: 'Mine', imageAlt: 'Mine' };
    expect(fromPage(written, page, false, languages)).toEqual({ summary: page.summary });
    expect(fromPage(empty, { ...page, language: 'sv' }, true, languages)).not.toHaveProperty('language');
    const taken = { title: page.title, summary: page.summary };
    const edited = { ...empty, ...taken, summary: 'Forty metres of oak.' };
    expect(undoing(edited, taken, { title: '', summary: '' })).toEqual({ title: '' });
  });

  test('a picture that is taken out is gone, and keeps what the form does not show while it is there', () => {
    const image = { url: 'https://acme.example/a.png', alt: 'A', width: 100 };
    const form = readContent({ ...item, image });
    expect(writeContent({ ...item, image }, { ...form, imageAlt: 'B' }).image).toEqual({
      ...image,
      alt: 'B',
    });
    expect(writeContent({ ...item, image }, { ...form, imageUrl: '' })).toEqual(item);
  });

  test('a new item is named after its title, hashtags lose their sign', () => {
    const form = { ...readContent({ ...item, id: '' }), title: 'Künstliche Größe!', hashtags: ['#KI'] };
    const written = writeContent({ ...item, id: '' }, form);
    expect(written.id).toBe('kuenstliche-groesse');
    expect(written.hashtags).toEqual(['KI']);
  });

  test('a new caption never takes the name of another', () => {
    expect(captionId([{ id: 'c2', language: 'de', text: 'x' }])).toBe('c3');
  });

  test('slugs spell umlauts out, however they are composed', () => {
    for (const form of ['NFC', 'NFD']) expect(slug('Über Straßen'.normalize(form))).toBe('ueber-strassen');
  });

  test('slugs are short names whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(slug(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slug(text).length).toBeLessThanOrEqual(64);
      }),
      { examples: [[`${'x'.repeat(63)} y`]] },
    );
  });
});

describe('figures', () => {
  test('a table of nothing but small figures shows nothing, one with some has dashes to explain', () => {
    const small = { tooSmall: true } as const;
    const row = (of: string, n?: number) => ({
      of,
      shared: n === undefined ? small : { n },
      suggestedUsed: small,
    });
    expect([anyShown([]), anySmall([])]).toEqual([false, false]);
    expect([anyShown([row('a')]), anySmall([row('a')])]).toEqual([false, true]);
    expect([anyShown([row('a'), row('b', 7)]), anySmall([row('b', 7)])]).toEqual([true, true]);
    expect(anySmall([{ of: 'c', shared: { n: 1 }, suggestedUsed: { n: 0 } }])).toBe(false);
  });

  test('list the most shared first, and last what is too small to show', () => {
    const row = (of: string, shared: number | null, used: number) => ({
      of,
      shared: shared === null ? { tooSmall: true as const } : { n: shared },
      suggestedUsed: { n: used },
    });
    const rows = [row('small', null, 9), row('few', 12, 0), row('used', 40, 3), row('many', 40, 1)];
    expect(mostShared(rows as never).map(({ of }) => of)).toEqual(['used', 'many', 'few', 'small']);
  });

  test('small groups are gaps, never zeros, and missing days are zeros', () => {
    const rows = [
      { of: '2026-11-01', shared: { n: 12 }, suggestedUsed: { n: 1 } },
      { of: '2026-11-03', shared: { tooSmall: true as const }, suggestedUsed: { tooSmall: true as const } },
    ];
    expect(bars(rows, '2026-11-01', '2026-11-03').map((b) => b.shared)).toEqual([12, 0, undefined]);
  });

  test('clicks are summed by week, those of small days left out', () => {
    const small = { tooSmall: true as const };
    const rows = [
      { of: '2026-11-01', shared: small, suggestedUsed: small, clicks: small },
      { of: '2026-11-02', shared: { n: 12 }, suggestedUsed: small, clicks: { n: 4 } },
    ];
    expect(bars(rows, '2026-11-01', '2026-11-03').map((b) => b.clicks)).toEqual([undefined, 4, 0]);
    expect(bars(rows, '2026-08-01', '2026-11-30').reduce((sum, b) => sum + (b.clicks ?? 0), 0)).toBe(4);
  });

  test('a year is told in weeks', () => {
    const { from, to } = periodDays(365, new Date('2026-11-24T12:00:00Z'));
    expect([from, to]).toEqual(['2025-11-25', '2026-11-24']);
    expect(bars([], from, to)).toHaveLength(53);
  });

  test('the axis ends on a round number', () => {
    expect([0, 9, 11, 130].map(axisEnd)).toEqual([4, 10, 20, 200]);
  });
});

describe('texts', () => {
  test('the reader’s language wins, then its base, then the default', () => {
    const texts = { de: 'Hallo', en: 'Hello' };
    expect(textFor(texts, 'en-GB')).toBe('Hello');
    expect(textFor(texts, 'fr')).toBe('Hallo');
    expect(textFor('Salut', 'de')).toBe('Salut');
  });

  test('the Swiss variant changes our words, not those of people', () => {
    const variant = swiss({ title: 'Groß', hello: (name: string) => `Grüße, ${name}` });
    expect(variant.title).toBe('Gross');
    expect(variant.hello('Weiß')).toBe('Grüsse, Weiß');
  });
});
