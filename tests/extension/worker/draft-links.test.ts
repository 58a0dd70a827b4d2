import { expect, test } from 'vitest';
import { leadsTo, withPathsForLinks } from '../../../extension/src/worker/draft-links.ts';

const SHORT = 'https://herold.acme.example/r/';
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
    `${SHORT}k3f9x2-linkedin`,
    `${SHORT}k3f9x2`,
  ])
    expect(leadsTo(ITEM, `Lies das: ${link}.`, SHORT), link).toBe(true);
  for (const link of ['https://www.acme.example/de/anderes', `${SHORT}k3f9x2y`])
    expect(leadsTo(ITEM, `Lies das: ${link}`, SHORT), link).toBe(false);
  expect(leadsTo({ url: ITEM.url }, `${SHORT}undefined`, SHORT)).toBe(false);
  expect(leadsTo(ITEM, `${SHORT}k3f9x2`)).toBe(false);
});
