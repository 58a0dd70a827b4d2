import { expect, test } from 'vitest';
import { leadsTo, withPathsForLinks } from '../../../extension/src/worker/draft-links.ts';

const ITEM = { url: 'https://www.acme.example/de/schulhaus-lindenau', slug: 'k3f9x2' };

test('of a link, only the words of its path say what a draft is about', () => {
  const draft = 'Schau: https://www.acme.example/de/neue-h%C3%A4user?utm_source=linkedin#oben Schön.';
  const words = withPathsForLinks(draft);
  expect(words).toContain('/de/neue-häuser');
  expect(words).not.toMatch(/acme|utm|source|linkedin|oben/);
  expect(words).toMatch(/^Schau: .* Schön\.$/);
});

test('a draft without links stays as it is, and a link that cannot be read says nothing', () => {
  expect(withPathsForLinks('Ein Haus aus Holz.')).toBe('Ein Haus aus Holz.');
  expect(withPathsForLinks('Sieh http://[::1 an')).not.toContain('::1');
  expect(withPathsForLinks('https://acme.example/%E0%A4')).toContain('/%E0%A4');
});

test('an item is in the draft by its address, campaign or not, and by its short link', () => {
  for (const link of [
    `${ITEM.url}?utm_source=linkedin&utm_campaign=a`,
    'https://herold.acme.example/r/k3f9x2-linkedin',
    'https://herold.acme.example/r/k3f9x2',
  ])
    expect(leadsTo(ITEM, `Lies das: ${link}.`), link).toBe(true);
  for (const link of ['https://www.acme.example/de/anderes', 'https://herold.acme.example/r/k3f9x2y'])
    expect(leadsTo(ITEM, `Lies das: ${link}`), link).toBe(false);
  expect(leadsTo({ url: ITEM.url }, 'https://herold.acme.example/r/undefined')).toBe(false);
});
