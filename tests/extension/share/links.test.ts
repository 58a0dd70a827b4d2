import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  compose,
  NETWORKS,
  networkOf,
  type Post,
  type ShareTarget,
  serverOf,
  share,
} from '../../../extension/src/share/index.ts';

const ACCOUNT: Account = { mastodon: 'mastodon.example' };

function shared(id: ShareTarget, post: Post) {
  const network = networkOf(id);
  return share(network, compose(network, post), ACCOUNT);
}
const windowOf = (id: ShareTarget, post: Post) => shared(id, post).window ?? '';

const post: Post = {
  text: 'Ein Tag bei uns: 100 % gut & schön',
  hashtags: ['Pikett', '#Team'],
  url: 'https://acme.example/a?b=c&d=1',
  title: 'Ein Tag & mehr',
};
const TEXT = 'Ein%20Tag%20bei%20uns%3A%20100%20%25%20gut%20%26%20sch%C3%B6n';
const TAGS = '%0A%0A%23Pikett%20%23Team';
const URL_ENCODED = 'https%3A%2F%2Facme.example%2Fa%3Fb%3Dc%26d%3D1';

test.each<[ShareTarget, string]>([
  ['linkedin', `https://www.linkedin.com/feed/?shareActive=true&text=${TEXT}${TAGS}%0A%0A${URL_ENCODED}`],
  ['linkedin-link', `https://www.linkedin.com/sharing/share-offsite/?url=${URL_ENCODED}`],
  ['x', `https://x.com/intent/tweet?text=${TEXT}&url=${URL_ENCODED}&hashtags=Pikett%2CTeam`],
  ['threads', `https://www.threads.com/intent/post?text=${TEXT}&url=${URL_ENCODED}&tag=Pikett`],
  ['bluesky', `https://bsky.app/intent/compose?text=${TEXT}${TAGS}%0A%0A${URL_ENCODED}`],
  ['mastodon', `https://mastodon.example/share?text=${TEXT}${TAGS}%0A%0A${URL_ENCODED}`],
  ['facebook', `https://www.facebook.com/sharer/sharer.php?u=${URL_ENCODED}`],
  ['xing', `https://www.xing.com/spi/shares/new?url=${URL_ENCODED}`],
  ['whatsapp', `https://wa.me/?text=${TEXT}%0A%0A${URL_ENCODED}`],
  ['telegram', `https://t.me/share/url?url=${URL_ENCODED}&text=${TEXT}`],
  ['teams', `https://teams.microsoft.com/share?href=${URL_ENCODED}&msgText=${TEXT}&preview=true`],
  ['email', `mailto:?subject=Ein%20Tag%20%26%20mehr&body=${TEXT}%0D%0A%0D%0A${URL_ENCODED}`],
])('%s opens exactly this address', (id, address) => {
  expect(windowOf(id, post)).toBe(address);
});

test('copying and the share sheet have no address; Mastodon has none before its server is known', () => {
  expect(shared('copy', post).window).toBeNull();
  expect(shared('system', post).window).toBeNull();
  const mastodon = networkOf('mastodon');
  expect(share(mastodon, compose(mastodon, post)).window).toBeNull();
});

test.each(NETWORKS.map(({ id }) => id))('%s: the clipboard holds text and link, the link once', (id) => {
  const plain = { ...post, hashtags: [] };
  expect(shared(id, plain).clipboard).toBe(`${post.text}\n\n${post.url}`);
  const inside = { ...plain, text: `Lest ${post.url} heute` };
  expect(shared(id, inside).clipboard).toBe(inside.text);
  expect(shared(id, { text: 'nur Text' }).clipboard).toBe('nur Text');
});

test.each([
  'https://acme.example/a/?b=c',
  'https://ACME.example/a?b=c',
  'http://acme.example/a?b=c',
  'https://acme.example/a?utm_source=newsletter&b=c&utm_medium=email',
  'https://acme.example:443/a?b=c',
])('a caption that holds the item’s page as %s gets no second link', (spelling) => {
  const given = { text: `Lest ${spelling}.`, url: 'https://acme.example/a?b=c', item: 'one' };
  const { clipboard } = shared('whatsapp', given);
  expect(clipboard.match(/https?:/g)).toHaveLength(1);
  expect(clipboard).toMatch(/[?&]utm_campaign=one/);
  expect(shared('whatsapp', { ...given, shortLink: 'https://acme.example/r/k3v9' }).clipboard).toBe(
    'Lest https://acme.example/r/k3v9-whatsapp.',
  );
});

test.each([
  'https://acme.example/a?b=d',
  'https://acme.example/A?b=c',
  'https://www.acme.example/a?b=c',
  'https://acme.example/a?b=c#part',
])('%s is another page', (other) => {
  const { clipboard } = shared('copy', { text: other, url: 'https://acme.example/a?b=c' });
  expect(clipboard).toBe(`${other}\n\nhttps://acme.example/a?b=c`);
});

test('an address that only begins alike is another link', () => {
  const text = 'Auch gut: https://acme.example/ab';
  expect(shared('copy', { text, url: 'https://acme.example/a' }).clipboard).toBe(
    `${text}\n\nhttps://acme.example/a`,
  );
});

describe('a draft of one’s own, without an item', () => {
  test('its first link is the one for windows that take only a link', () => {
    const text = 'Erst https://acme.example/1, dann https://acme.example/2.';
    expect(windowOf('facebook', { text })).toMatch(/\?u=https%3A%2F%2Facme\.example%2F1$/);
    expect(windowOf('telegram', { text: 'Neu: https://acme.example/1' })).toBe(
      'https://t.me/share/url?url=https%3A%2F%2Facme.example%2F1&text=Neu%3A',
    );
  });

  test.each<ShareTarget>(['linkedin-link', 'facebook', 'xing', 'telegram', 'teams'])(
    '%s has no window for a text without a link',
    (id) => expect(shared(id, { text: 'nur Text' })).toEqual({ clipboard: 'nur Text', window: null }),
  );
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constant('a+b c\u00A0d\n\r\n"\'()*!~'),
);

describe('for every text', () => {
  const withWindow = NETWORKS.filter(({ id }) => id !== 'copy' && id !== 'system');

  test.each(withWindow.map(({ id }) => id))(
    '%s: no space becomes +, no raw space or line break stays',
    (id) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const address = windowOf(id, { text, url: 'https://acme.example/', title: text });
          expect(address).not.toMatch(/[+\s"<>]/);
          expect(URL.canParse(address)).toBe(true);
        }),
      );
    },
  );

  test.each<ShareTarget>(['linkedin', 'bluesky', 'mastodon', 'whatsapp', 'x', 'threads'])(
    '%s: decoding gives the text back',
    (id) => {
      fc.assert(
        fc.property(anyText, (text) => {
          const query = new URL(windowOf(id, { text })).searchParams;
          expect(query.get('text') ?? '').toBe(text.toWellFormed());
        }),
      );
    },
  );

  test('Telegram and Teams: decoding gives the text and the link back', () => {
    const url = 'https://acme.example/ä?b=c+d#e';
    fc.assert(
      fc.property(anyText, (text) => {
        const telegram = new URL(windowOf('telegram', { text, url })).searchParams;
        expect([telegram.get('text') ?? '', telegram.get('url')]).toEqual([text.toWellFormed(), url]);
        const teams = new URL(windowOf('teams', { text, url })).searchParams;
        expect([teams.get('msgText') ?? '', teams.get('href')]).toEqual([text.toWellFormed(), url]);
      }),
    );
  });

  test('email: decoding gives the text back, line breaks as CRLF', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [, body = ''] = windowOf('email', { text }).split('&body=');
        expect(decodeURIComponent(body)).toBe(text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'));
      }),
    );
  });
});

test('a title of many lines and words stays one short subject', () => {
  const title = `Eins\r\nBcc: jemand@acme.example ${'lang '.repeat(200)}`;
  const subject = /subject=([^&]*)/.exec(windowOf('email', { text: 'x', title }))?.[1] ?? '';
  expect(subject.length).toBeLessThanOrEqual(400);
  expect(decodeURIComponent(subject)).toMatch(/^Eins Bcc: jemand@acme\.example lang (lang )+…$/);
});

test.each([
  ['mastodon.example', 'mastodon.example'],
  [' https://Mastodon.example/@me ', 'mastodon.example'],
  ['@me@chaos.example', 'chaos.example'],
  ['me@chaos.example', 'chaos.example'],
  ['tröt.example', 'xn--trt-tna.example'],
])('the server of “%s” is %s', (input, host) => {
  expect(serverOf(input)).toBe(host);
});

test.each(['', '@me', 'mastodon', 'javascript:alert(1)', 'a b.example', 'https://', '…'])(
  '“%s” names no server',
  (input) => expect(serverOf(input)).toBeUndefined(),
);
