import { describe, expect, test } from 'vitest';
import type { Feed } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';
import { pageTroubleText, standing, standingText, troubleText } from '../src/model/feeds.ts';

const feed: Feed = {
  id: 'acme.example',
  version: 1,
  url: 'https://acme.example/feed.xml',
  title: 'News',
  language: null,
  topics: [],
  minutes: 30,
  enabled: true,
  owner: null,
  createdAt: '2026-11-24T08:00:00Z',
  fetchedAt: '2026-11-24T08:00:00Z',
  succeededAt: '2026-11-24T08:00:00Z',
  dueAt: '2100-01-01T00:00:00Z',
  failures: 0,
  entries: 2,
  proposed: 2,
  trouble: null,
};
const trouble = (code: NonNullable<Feed['trouble']>['code'], detail = '') => ({ code, detail, message: '' });

describe('a feed', () => {
  test('says the one thing to know of it now', () => {
    expect(standing(feed)).toBe('good');
    expect(standing({ ...feed, fetchedAt: null, succeededAt: null })).toBe('waiting');
    expect(standing({ ...feed, trouble: trouble('slow') })).toBe('trouble');
    expect(standing({ ...feed, trouble: trouble('slow'), dueAt: feed.createdAt })).toBe('reading');
    expect(standing({ ...feed, trouble: trouble('slow'), enabled: false, dueAt: null })).toBe('paused');
    expect(standing({ ...feed, trouble: trouble('gone'), enabled: false, dueAt: null })).toBe('trouble');
  });

  test.each([de, en])('tells its trouble with what it is about', (t) => {
    expect(standingText({ ...feed, trouble: trouble('unknown', 'acme.invalid') }, t)).toContain(
      'acme.invalid',
    );
    for (const status of ['404', '403', '429', '503', '418'])
      expect(troubleText(trouble('status', status), t)).toContain(status);
    expect(troubleText(trouble('too-large', '5242880'), t)).toContain(' 5 MB');
    expect(troubleText(trouble('too-large', '65536'), t)).toContain(' 64 kB');
    expect(pageTroubleText(trouble('too-large', '65536'), t)).not.toMatch(/feed|64/i);
    expect(pageTroubleText(trouble('status', '404'), t)).toBe(troubleText(trouble('status', '404'), t));
    expect(troubleText(trouble('malformed', '334'), t)).toContain('334');
    expect(troubleText(trouble('malformed'), t)).not.toMatch(/byte/i);
    expect(troubleText(trouble('html', ''), t)).not.toContain('undefined');
  });
});
