import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCampaign } from '../../../extension/src/share/campaign.ts';
import { compose, networkOf, textOfMessage } from '../../../extension/src/share/index.ts';
import cases from '../../contract/campaign.json' with { type: 'json' };
import { anyUrl } from './arbitrary.ts';

const campaign = { source: 'linkedin', medium: 'social', item: 'annual-report' };

// The server adds the same behind a short link: tests/server/app/links_test.cc reads this table, too.
test.each(cases)('$url becomes $becomes', ({ url, becomes }) => {
  expect(withCampaign(url, campaign)).toBe(becomes);
  expect(withCampaign(becomes, campaign)).toBe(becomes);
});

test.each(['mailto:a@acme.example', 'kein Link', 'https://', 'javascript:alert(1)'])('%s stays', (url) => {
  expect(withCampaign(url, campaign)).toBe(url);
});

test('for every address: what was there stays as it was, and a second time adds nothing', () => {
  fc.assert(
    fc.property(anyUrl, (url) => {
      const once = withCampaign(url, campaign);
      const [before, after] = [new URL(url), new URL(once)];
      expect([after.origin, after.pathname, after.hash]).toEqual([
        before.origin,
        before.pathname,
        before.hash,
      ]);
      expect(after.search.startsWith(before.search)).toBe(true);
      expect(after.searchParams.get('utm_campaign')).toBeTruthy();
      expect(withCampaign(once, campaign)).toBe(once);
    }),
  );
});

test('each channel has its own, in the text too where the caption holds the address', () => {
  const url = 'https://acme.example/a';
  const post = { text: `Lest ${url}.`, url, item: 'annual-report' };
  const out = (id: 'whatsapp' | 'linkedin-link' | 'copy') =>
    textOfMessage(compose(networkOf(id), post).message);
  const utm = (source: string, medium: string) =>
    `Lest ${url}?utm_source=${source}&utm_medium=${medium}&utm_campaign=annual-report.`;
  expect(out('whatsapp')).toBe(utm('whatsapp', 'messenger'));
  expect(out('linkedin-link')).toBe(utm('linkedin', 'social'));
  expect(out('copy')).toBe(utm('copy', 'share'));
});

test('a draft of one’s own gets none', () => {
  const text = 'Lest https://acme.example/a';
  expect(textOfMessage(compose(networkOf('linkedin'), { text }).message)).toBe(text);
});
