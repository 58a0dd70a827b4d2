import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compose,
  NETWORKS,
  type Network,
  networkOf,
  type Post,
  share,
  textOfMessage,
} from '../../../extension/src/share/index.ts';
import { linksIn, textOf } from '../../../extension/src/share/links.ts';
import { anyUrl } from './arbitrary.ts';

const x = networkOf('x');
const whole = (network: Network, post: Post) => textOfMessage(compose(network, post).message);

test('what fits goes out as it is: disclosure, words, hashtags, link', () => {
  const post = {
    text: 'Danke.',
    disclosure: 'Ich arbeite bei ACME.',
    hashtags: ['Pikett', '#Team'],
    url: 'https://acme.example/a',
  };
  expect(whole(x, post)).toBe('Ich arbeite bei ACME.\n\nDanke.\n\n#Pikett #Team\n\nhttps://acme.example/a');
});

test('hashtags go first, then words; disclosure and link stay', () => {
  const post = {
    text: 'Wort '.repeat(60).trim(),
    disclosure: 'Werbung.',
    hashtags: ['Pikett', 'Team'],
    url: 'https://acme.example/a',
  };
  const text = whole(x, post);
  expect(text).toMatch(/^Werbung\.\n\n(Wort )+…\n\nhttps:\/\/acme\.example\/a$/);
  expect(x.length(text)).toBeLessThanOrEqual(280);
  expect(x.length(text)).toBeGreaterThan(270);
});

test('a hashtag that does not fit is left out before a word is', () => {
  const text = `${'a'.repeat(250)} b`;
  expect(whole(x, { text, hashtags: ['Eins', 'Zwei', 'Dreiundzwanzig'] })).toBe(`${text}\n\n#Eins #Zwei`);
});

test.each([
  ['Projekt Falke', '#ProjektFalke'],
  ['E-Mobilität', '#EMobilität'],
  ['Pikett, Team', '#Pikett #Team'],
  ['#Pikett #Team', '#Pikett #Team'],
  ['＃Team', '#Team'],
  ['2026', ''],
  [' # ', ''],
])('a hashtag written as “%s” goes out as “%s”, as one that leads somewhere', (tag, out) => {
  const { message } = compose(x, { text: 'Hallo', hashtags: [tag] });
  expect(message.hashtags.join(' ')).toBe(out);
});

test('a hashtag that the text has already does not come twice, however it is written', () => {
  expect(whole(x, { text: 'Neu: #ProjektFalke', hashtags: ['Projekt Falke', 'Team', '#team'] })).toBe(
    'Neu: #ProjektFalke\n\n#Team',
  );
});

test('Teams takes 200 characters: its window gets the beginning, the clipboard everything', () => {
  const teams = networkOf('teams');
  const post = { text: 'Wort '.repeat(60).trim(), url: 'https://acme.example/a' };
  const { clipboard, window } = share(teams, compose(teams, post));
  expect(clipboard).toBe(`${post.text}\n\n${post.url}`);
  const text = new URL(window ?? '').searchParams.get('msgText') ?? '';
  expect(text).toMatch(/^(Wort )+…$/);
  expect(text.length).toBeLessThanOrEqual(200);
  expect(text.length).toBeGreaterThan(190);
  expect(new URL(window ?? '').searchParams.get('href')).toBe(post.url);
});

test('a link that would be cut off moves behind the ellipsis', () => {
  const url = 'https://acme.example/lang';
  const text = `${'Wort '.repeat(70)}${url}`;
  expect(whole(x, { text, url })).toMatch(/^(Wort )+…\n\nhttps:\/\/acme\.example\/lang$/);
  expect(whole(x, { text })).toBe(whole(x, { text, url }));
});

test('no comma hangs before the ellipsis', () => {
  const text = `${'a'.repeat(270)}, ${'b'.repeat(20)}`;
  expect(whole(x, { text })).toBe(`${'a'.repeat(270)} …`);
});

test('what hangs at the end of a link is part of it', () => {
  const text = `${'a'.repeat(240)} https://acme.example/b-, ${'b'.repeat(30)}`;
  expect(whole(x, { text })).toBe(`${'a'.repeat(240)} https://acme.example/b- …`);
});

test('a compound with hyphens is one word, a run of emoji or of Chinese is many', () => {
  expect(whole(x, { text: `${'a'.repeat(265)} Mitarbeiter-Markenbotschafter` })).toBe(`${'a'.repeat(265)} …`);
  expect(whole(x, { text: '👩‍🚀'.repeat(200) })).toBe(`${'👩‍🚀'.repeat(138)} …`);
  const chinese = whole(x, { text: '公司今天宣布新产品'.repeat(30) });
  expect(x.length(chinese)).toBeGreaterThan(260);
});

test('when disclosure and link alone are too long, it says by how much', () => {
  const post = { text: 'Wort', disclosure: 'd'.repeat(300), url: 'https://acme.example/' };
  const { over, message } = compose(x, post);
  expect(message.words).toBe('d'.repeat(300));
  expect(over).toBe(x.length(`${'d'.repeat(300)}\n\nhttps://acme.example/`) - 280);
});

test('a long e-mail: its window holds the beginning, the clipboard everything', () => {
  const email = networkOf('email');
  const post = { text: 'schöne Wörter '.repeat(300).trim(), url: 'https://acme.example/a', title: 'T' };
  const { clipboard, window } = share(email, compose(email, post));
  expect(clipboard).toBe(`${post.text}\n\n${post.url}`);
  expect(window?.length).toBeLessThanOrEqual(2000);
  expect(decodeURIComponent(window ?? '')).toMatch(/ …\r\n\r\nhttps:\/\/acme\.example\/a$/);
});

describe('disclosure', () => {
  const disclosure = 'Ich arbeite bei ACME.';

  test('is not said twice, whatever its case', () => {
    expect(whole(x, { text: 'ich arbeite bei acme. Gut so.', disclosure })).toBe(
      'ich arbeite bei acme. Gut so.',
    );
  });

  test.each([
    ['Werbung', 'Deine Bewerbung freut uns.'],
    ['Anzeige', 'Unsere Stellenanzeige ist online.'],
    ['#ad', 'Ready? #adventure'],
    ['ad', 'Read this already'],
  ])('“%s” is not said by a longer word: %s', (disclosure, text) => {
    expect(whole(x, { text, disclosure })).toBe(`${disclosure}\n\n${text}`);
  });

  test.each(['Werbung: neu bei uns.', '(WERBUNG) Neu.', '#Werbung Neu.'])('“%s” says it', (text) => {
    expect(whole(x, { text, disclosure: 'Werbung' })).toBe(text);
  });

  test('is said across a line break, too', () => {
    const text = 'Ich arbeite\nbei  ACME. Gut so.';
    expect(whole(x, { text, disclosure: ' Ich arbeite bei ACME. ' })).toBe(text);
  });

  test('is not said by the beginning of a word that the opening cuts off', () => {
    const text = `${'a '.repeat(96)}, Werbungskosten`;
    expect(text.slice(0, 201)).toMatch(/Werbung$/);
    expect(whole(networkOf('linkedin'), { text, disclosure: 'Werbung' })).toBe(`Werbung\n\n${text}`);
  });

  test('stands in front although the text says it after "see more"', () => {
    const text = `${'Wort '.repeat(50)}${disclosure}`;
    expect(whole(networkOf('linkedin'), { text, disclosure })).toBe(`${disclosure}\n\n${text}`);
  });
});

const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    'Straßenbahn',
    'E-Mail',
    'don’t',
    '👩‍🚀',
    '👨‍👩‍👧‍👦',
    'नमस्ते',
    '日本語テキスト',
    'é',
    '#Team',
    'ﷺ',
  ),
  anyUrl,
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '\n', '\n\n', ', ', '. ', '\u00A0')), { maxLength: 120 })
  .map((words) => words.flat().join(''));
const anyPost = fc.record({
  text,
  disclosure: fc.constantFrom('', 'Werbung', 'Ich arbeite bei ACME.'),
  hashtags: fc.array(fc.constantFrom('Pikett', '#Team', 'ZürichWest'), { maxLength: 3 }),
  url: fc.option(fc.constantFrom('https://acme.example/a', 'https://acme.example/lang?b=c#d'), {
    nil: undefined,
  }),
  item: fc.constant('annual-report'),
});

const boundaries = (text: string, granularity: 'grapheme' | 'word') =>
  new Set(
    [...new Intl.Segmenter(undefined, { granularity }).segment(text)]
      .map(({ index }) => index)
      .concat(text.length),
  );

describe.each(
  NETWORKS.filter(({ limit }) => limit !== null).map((network) => [network.id, network] as const),
)('%s, for every post', (_id, network) => {
  // A short limit meets the cuts more often than the network's own.
  const limits = [network.limit as number, 160];

  test.each(limits)('within %i: never over, disclosure and link whole', (limit) => {
    const tight = { ...network, limit: network.id === 'email' ? (network.limit as number) : limit };
    fc.assert(
      fc.property(anyPost, (post) => {
        const { message, over } = compose(tight, post as Post);
        const out = textOfMessage(message);
        expect(over).toBe(0);
        const counted = (tight.counted ?? textOfMessage)(message);
        expect(tight.length(counted)).toBeLessThanOrEqual(tight.limit);
        expect(out.slice(0, 200).toLowerCase()).toContain(post.disclosure.toLowerCase());
        if (message.link) expect(linksIn(out).map((span) => textOf(out, span))).toContain(message.link);
      }),
      { numRuns: 60 },
    );
  });

  test.each(limits)(
    'within %i: what is left out begins at a word, outside of links and clusters',
    (limit) => {
      const tight = { ...network, limit: network.id === 'email' ? 300 : limit };
      fc.assert(
        fc.property(text, (text) => {
          const { message, full } = compose(tight, { text });
          if (message.words === full.words) return;
          const kept = message.words.replace(/ …$/, '');
          if (kept === '') return;
          expect(text.startsWith(kept)).toBe(true);
          const cut = kept.length;
          expect(boundaries(text, 'grapheme').has(cut)).toBe(true);
          expect(boundaries(text, 'word').has(cut)).toBe(true);
          expect(linksIn(text).some(({ start, end }) => start < cut && cut < end)).toBe(false);
        }),
        { numRuns: 60 },
      );
    },
  );
});

test('a text without a place to cut, and one of 200,000 characters, are answered', () => {
  expect(whole(x, { text: 'a'.repeat(1000), url: 'https://acme.example/' })).toBe('https://acme.example/');
  const long = whole(networkOf('linkedin'), { text: 'Wort '.repeat(40_000) });
  expect(long.length).toBeLessThanOrEqual(3000);
});
