/** What editors read of a feed, and the settings that its form holds. */
import type { Feed, FeedSettings, FeedTrouble } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';

export const leastMinutes = 5;

export function troubleText({ code, detail }: FeedTrouble, t: Catalogue): string {
  const text = t.feeds.trouble[code];
  return typeof text === 'string' ? text : text(detail);
}

/** The feed that a page names, when that is what stands at the address. */
export const namedFeed = (trouble: FeedTrouble | null): string =>
  trouble?.code === 'html' ? trouble.detail : '';

export function settingsOf({ url, title, language, topics, minutes, enabled, owner }: Feed): FeedSettings {
  return { url, title, language, topics, minutes, enabled, owner };
}

export const newSettings = (): FeedSettings => ({
  url: '',
  title: '',
  language: null,
  topics: [],
  minutes: 30,
  enabled: true,
  owner: null,
});

export function standing(feed: Feed, t: Catalogue): string {
  if (!feed.enabled && feed.trouble?.code !== 'gone') return t.feeds.paused;
  if (feed.trouble) return troubleText(feed.trouble, t);
  return feed.succeededAt ? t.feeds.good : t.feeds.waiting;
}
