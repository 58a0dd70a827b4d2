/** What editors read of a feed, and the settings that its form holds. */
import type { Feed, FeedSettings, FeedTrouble } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';

/** Between two visits, as the server has it; the most is a week. */
export const leastMinutes = 5;
export const mostMinutes = 7 * 24 * 60;

export function troubleText({ code, detail }: FeedTrouble, t: Catalogue): string {
  const text = t.feeds.trouble[code];
  return typeof text === 'string' ? text : text(detail);
}

/** Of a page that was to say what an item is about: nobody asks for fewer articles there. */
export const pageTroubleText = (trouble: FeedTrouble, t: Catalogue): string =>
  trouble.code === 'too-large' ? t.content.page.tooLarge : troubleText(trouble, t);

/** The feed that a page names, when that is what stands at the address. */
export const namedFeed = (trouble: FeedTrouble | null): string =>
  trouble?.code === 'html' ? trouble.detail : '';

/** A feed as far as its form knows it. */
export type StoredFeed = Pick<Feed, keyof FeedSettings | 'id' | 'version'>;

export const newFeed = (): StoredFeed => ({
  id: '',
  version: 0,
  url: '',
  title: '',
  language: null,
  topics: [],
  minutes: 30,
  enabled: true,
  owner: null,
});

export function settingsOf(feed: StoredFeed): FeedSettings {
  const { url, title, language, topics, minutes, enabled, owner } = feed;
  return { url, title, language, topics, minutes, enabled, owner };
}

/** As the form holds it: every key there, '' for nothing. */
export interface EditedFeed extends Omit<FeedSettings, 'minutes' | 'language' | 'owner' | 'topics'> {
  minutes: number | null;
  language: string;
  owner: string;
  topics: string[];
}

export const editedFeed = (settings: FeedSettings): EditedFeed => ({
  ...settings,
  language: settings.language ?? '',
  owner: settings.owner ?? '',
  topics: settings.topics ?? [],
});

export const storedFeed = (edited: EditedFeed): FeedSettings => ({
  ...edited,
  url: edited.url.trim(),
  title: edited.title.trim(),
  minutes: edited.minutes ?? leastMinutes,
  language: edited.language || null,
  owner: edited.owner.trim() || null,
});

export const isDue = ({ dueAt }: Feed): boolean => dueAt !== null && new Date(dueAt) <= new Date();

export type Standing = 'reading' | 'paused' | 'trouble' | 'good' | 'waiting';

/** The one thing to know of a feed now. */
export function standing(feed: Feed): Standing {
  if (isDue(feed)) return 'reading';
  if (!feed.enabled && feed.trouble?.code !== 'gone') return 'paused';
  if (feed.trouble) return 'trouble';
  return feed.succeededAt ? 'good' : 'waiting';
}

/** These pass by themselves, or as soon as some proposals are decided about. */
const PASSING: FeedTrouble['code'][] = ['full', 'long', 'stopped'];

/** Whether someone has to look after it. */
export const isAiling = (feed: Feed): boolean =>
  standing(feed) === 'trouble' && feed.trouble !== null && !PASSING.includes(feed.trouble.code);

export function standingText(feed: Feed, t: Catalogue): string {
  const now = standing(feed);
  return now === 'trouble' && feed.trouble
    ? troubleText(feed.trouble, t)
    : t.feeds[now as Exclude<Standing, 'trouble'>];
}
