// Counting, by examples, and against the core, which counts for `occurrence`.
import { readFile } from 'node:fs/promises';
import { Engine } from '@herold/core';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { networkOf, type ShareTarget } from '../../../extension/src/share/index.ts';
import { hostsIn, linksIn, textOf } from '../../../extension/src/share/links.ts';
import { anyUrl } from './arbitrary.ts';

const length = (id: ShareTarget, text: string) => networkOf(id).length(text);

test('X counts a link 23, an emoji 2, a wide letter 2', () => {
  expect(length('x', `Neu: https://acme.example/${'a'.repeat(90)}`)).toBe(5 + 23);
  expect(length('x', '👩‍🚀')).toBe(2);
  expect(length('x', '1️⃣')).toBe(2);
  expect(length('x', '🇨🇭👍🏽')).toBe(4);
  expect(length('x', '漢字')).toBe(4);
  expect(length('x', 'Grüße')).toBe(5);
});

test('X counts what a text is once composed, and its published ranges', () => {
  expect(length('x', 'u\u0308')).toBe(1);
  expect(length('x', '–—“”„…')).toBe(4 + 1 + 2); // U+2026 lies beyond U+201F
  expect(length('x', '€')).toBe(2);
  expect(length('x', '\u10FF\u1100')).toBe(3);
});

test('X takes a host without a scheme for a link, where its last part is a top-level domain', () => {
  expect(length('x', 'Mehr auf acme.ch.')).toBe(9 + 23 + 1);
  expect(length('x', 'acme.co.uk/a?b=c, gut')).toBe(23 + 5);
  expect(length('x', 'Lest README.md')).toBe(5 + 23);
  for (const text of ['Node.js', 'z.B. so', '3.5', 'info@acme.ch', '#acme.ch', '@acme.ch', 'Ende.Anfang'])
    expect(length('x', text)).toBe(text.length);
});

test('LinkedIn counts UTF-16, Bluesky and Threads what a reader calls a character', () => {
  const text = '👩‍🚀 e\u0301';
  expect(length('linkedin', text)).toBe(8);
  expect(length('bluesky', text)).toBe(3);
  expect(length('threads', text)).toBe(3);
});

test('Mastodon counts a link 23', () => {
  expect(length('mastodon', 'Neu: https://a.example/, gut')).toBe(5 + 23 + 5);
});

test('links end where the sentence goes on', () => {
  const text = 'Siehe (https://a.example/b_(c)), www.b.example. «https://c.example/» xhttps://d.example';
  expect(linksIn(text).map((span) => textOf(text, span))).toEqual([
    'https://a.example/b_(c)',
    'www.b.example',
    'https://c.example/',
  ]);
  expect(linksIn('https:// www. http://…')).toEqual([]);
});

describe('the core counts alike', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await Engine.create(await readFile(new URL('../../../wasm/dist/herold.wasm', import.meta.url)));
    const guideline = { id: 'n', kind: 'occurrence', message: '{count}', count: 'characters', max: 0 };
    engine.load(JSON.stringify({ schema: 1, id: 'count', guidelines: [guideline] }));
  });

  function coreLength(network: string, text: string): number {
    engine.check(text, { network, language: 'de' });
    return Number(engine.report().findings[0]?.message.replace(/\D/g, '') ?? 0);
  }

  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    anyUrl,
    fc.constantFrom(
      '👩‍🚀',
      '1️⃣',
      '(www.acme.example)',
      '日本',
      '…',
      '«https://a.example/ü»',
      'Grüße',
      '🏳️‍🌈',
      ' ',
      '\n',
      'e\n\u0301',
      'acme\n.ch\nwww.\nacme.example',
    ),
  );
  const text = fc
    .array(piece, { minLength: 1, maxLength: 12 })
    .map((pieces) => pieces.join(' ').normalize('NFC'));

  test.each<ShareTarget>(['linkedin', 'x', 'bluesky', 'mastodon', 'threads', 'whatsapp'])('%s', (id) => {
    fc.assert(
      fc.property(text, (text) => {
        fc.pre(hostsIn(text).length === 0); // The core knows links by their scheme, or `www.`.
        expect(length(id, text)).toBe(coreLength(id, text));
      }),
      { numRuns: 300 },
    );
  });
});
