import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NETWORKS, type Network, networkOf, share } from '../../../extension/src/share/index.ts';

const network = (id: string) => networkOf(id) as Network;
const linkOf = (id: string, post: { text: string; url?: string; title?: string }) =>
  share(network(id), post).window ?? '';

const post = {
  text: 'Ein Tag bei uns: 100 % gut & schön',
  url: 'https://acme.example/a?b=c&d=1',
  title: 'Ein Tag',
};
const ENCODED = 'Ein%20Tag%20bei%20uns%3A%20100%20%25%20gut%20%26%20sch%C3%B6n';
const URL_ENCODED = 'https%3A%2F%2Facme.example%2Fa%3Fb%3Dc%26d%3D1';

test.each([
  ['linkedin', `https://www.linkedin.com/feed/?shareActive=true&text=${ENCODED}%0A%0A${URL_ENCODED}`],
  ['x', `https://x.com/intent/tweet?text=${ENCODED}&url=${URL_ENCODED}`],
  ['whatsapp', `https://wa.me/?text=${ENCODED}%0A%0A${URL_ENCODED}`],
  ['email', `mailto:?subject=Ein%20Tag&body=${ENCODED}%0D%0A%0D%0A${URL_ENCODED}`],
])('%s opens exactly this address', (id, link) => {
  expect(linkOf(id, post)).toBe(link);
});

test('copying opens nothing', () => {
  expect(share(network('copy'), post)).toEqual({ clipboard: `${post.text}\n\n${post.url}`, window: null });
});

test.each(NETWORKS.map(({ id }) => id))('%s: the clipboard holds text and link, the link once', (id) => {
  expect(share(network(id), post).clipboard).toBe(`${post.text}\n\n${post.url}`);
  const inside = { ...post, text: `Lest ${post.url} heute` };
  expect(share(network(id), inside).clipboard).toBe(inside.text);
  expect(share(network(id), { text: 'nur Text' }).clipboard).toBe('nur Text');
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constant('a+b c\u00A0d\n\r\n"\'()*!~'),
);

describe('for every text', () => {
  const withLink = NETWORKS.filter(({ id }) => id !== 'copy');

  test.each(withLink.map(({ id }) => id))(
    '%s: no space becomes +, no raw space or line break stays',
    (id) => {
      fc.assert(
        fc.property(anyText, (text) => {
          expect(linkOf(id, { text, url: 'https://acme.example/', title: text })).not.toMatch(/[+\s"<>]/);
        }),
      );
    },
  );

  test.each(['linkedin', 'whatsapp', 'x'])('%s: decoding gives the text back', (id) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const query = new URL(linkOf(id, { text })).searchParams;
        expect(query.get('text')).toBe(text.toWellFormed());
      }),
    );
  });

  test('email: decoding gives the text back, line breaks as CRLF', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [, body = ''] = linkOf('email', { text }).split('&body=');
        expect(decodeURIComponent(body)).toBe(text.toWellFormed().replace(/\r\n|\r|\n/g, '\r\n'));
      }),
    );
  });
});

test('X counts a link 23, an emoji 2, a wide letter 2', () => {
  const { length } = network('x');
  expect(length(`Neu: https://acme.example/${'a'.repeat(90)}`)).toBe(5 + 23);
  expect(length('👩‍🚀')).toBe(2);
  expect(length('漢字')).toBe(4);
  expect(length('Grüße')).toBe(5);
});
