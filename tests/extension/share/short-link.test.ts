import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, NETWORKS, networkOf, share, textOfMessage } from '../../../extension/src/share/index.ts';
import { linksIn, textOf } from '../../../extension/src/share/links.ts';

const url = 'https://acme.example/a?b=c#d';
const shortLink = 'https://herold.acme.example/r/k3f9x2';
const post = { text: 'Lest das.', url, item: 'annual-report', shortLink };
const linksOf = (text: string) => linksIn(text).map((span) => textOf(text, span));

test.each([
  ['linkedin', 'linkedin'],
  ['linkedin-link', 'linkedin'],
  ['x', 'x'],
  ['threads', 'threads'],
  ['bluesky', 'bluesky'],
  ['mastodon', 'mastodon'],
  ['facebook', 'facebook'],
  ['xing', 'xing'],
  ['whatsapp', 'whatsapp'],
  ['telegram', 'telegram'],
  ['teams', 'teams'],
  ['email', 'email'],
  ['system', 'system'],
  ['copy', 'copy'],
] as const)('%s gets the short link of its channel', (target, channel) => {
  const { message } = compose(networkOf(target), post);
  expect(textOfMessage(message)).toBe(`Lest das.\n\n${shortLink}-${channel}`);
});

test.each([
  ['linkedin-link', 'https://www.linkedin.com/sharing/share-offsite/?url='],
  ['facebook', 'https://www.facebook.com/sharer/sharer.php?u='],
])('the window of %s, which reads the page, opens with the short link', (target, start) => {
  const network = networkOf(target as 'facebook');
  const { window } = share(network, compose(network, post));
  const channel = network.network;
  expect(window).toBe(`${start}https%3A%2F%2Fherold.acme.example%2Fr%2Fk3f9x2-${channel}`);
});

test('a caption that holds the address gets the short one in its place', () => {
  const text = `Lest ${url}, es lohnt sich.`;
  const { message } = compose(networkOf('linkedin'), { ...post, text });
  expect(textOfMessage(message)).toBe(`Lest ${shortLink}-linkedin, es lohnt sich.`);
});

test('X and Mastodon count it as 23 like every link', () => {
  for (const network of [networkOf('x'), networkOf('mastodon')])
    expect(network.length(textOfMessage(compose(network, post).message))).toBe('Lest das.\n\n'.length + 23);
});

const words = fc
  .array(fc.constantFrom('Straßenbahn', 'E-Mail', '👩‍🚀', 'नमस्ते', '#Team', 'é', '(', ',', url, 'Wort'), {
    maxLength: 150,
  })
  .filter((list) => list.filter((word) => word === url).length <= 1)
  .map((list) => list.join(' '));

describe.each(NETWORKS.map((network) => [network.id, network] as const))('%s', (_id, network) => {
  test('for every text: one link goes out, it is short, and all fits', () => {
    fc.assert(
      fc.property(words, (text) => {
        const { message, over } = compose(network, { ...post, text });
        expect(over).toBe(0);
        expect(linksOf(textOfMessage(message))).toEqual([`${shortLink}-${network.network ?? network.id}`]);
      }),
      { numRuns: 60 },
    );
  });
});
