import { describe, expect, test } from 'vitest';
import type { Feed, Overview } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { firstSteps, tasks } from '../src/model/waiting.ts';

const overview: Overview = {
  organisation: { id: 'acme', title: 'ACME' },
  guidelines: 12,
  unpublishedChanges: 0,
  contentItems: 3,
  proposals: 0,
  devices: { n: 20 },
  latestPublication: {
    revision: 2,
    channel: 'everyone',
    publishedAt: '2026-11-24T08:00:00Z',
    publishedBy: 'anna@acme.example',
    note: '',
    guidelines: 12,
    content: 3,
  } as Overview['latestPublication'],
  shares: { n: 0 } as Overview['shares'],
  rootExpiresAt: '2027-01-15T08:00:00Z',
  rootExpiresSoon: false,
  shortLinksLackAddress: false,
};
const ailing = (title: string, code: NonNullable<Feed['trouble']>['code'] = 'unknown') =>
  ({ title, enabled: true, dueAt: null, trouble: { code, detail: '', message: '' } }) as Feed;
const texts = (o: Partial<Overview>, feeds: Feed[] = [], invited = true, t = de) => {
  const now = { ...overview, ...o };
  return tasks({ overview: now, feeds }, firstSteps(now, invited), t, 'de').map(({ text }) => text);
};

describe('what waits', () => {
  test('is nothing where all is done', () => {
    expect(texts({})).toEqual([]);
  });

  test('is one first step at a time, and publishing is not told twice', () => {
    expect(texts({ guidelines: 0, latestPublication: null }, [], false)).toEqual([
      de.overview.steps.copy.text,
    ]);
    expect(texts({ latestPublication: null, unpublishedChanges: 12 }, [], false)).toEqual([
      de.overview.steps.publish.text,
    ]);
  });

  test.each([de, en])('is told all at once, the most pressing first', (t) => {
    const feeds = [ailing('News'), ailing('Jobs'), ailing('Busy', 'full')];
    const pressing = { rootExpiresSoon: true, shortLinksLackAddress: true };
    const list = texts({ proposals: 3, unpublishedChanges: 1, ...pressing }, feeds, true, t);
    expect(list).toEqual([
      t.overview.rootExpires('15.01.2027'),
      t.overview.linksLackAddress,
      t.overview.proposed(3),
      t.overview.ailing(['News', 'Jobs']),
      t.overview.waiting(1),
    ]);
  });
});
