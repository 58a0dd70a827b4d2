/** What waits for someone at the console, the most pressing first. */
import type { Feed, Overview } from '../api/types.ts';
import type { Catalogue, Language } from '../i18n/index.svelte.ts';
import { feedsPath, path, reviewPath, templatesPath } from '../places.ts';
import { formatDate } from './dates.ts';
import { isAiling } from './feeds.ts';

export interface Waiting {
  overview: Overview;
  feeds: Feed[];
}

export interface Task {
  text: string;
  /** Where it is done; null where the console cannot do it. */
  place: { href: string; label: string } | null;
}

export interface Step {
  id: keyof Catalogue['overview']['steps'];
  href: string;
  done: boolean;
}

/** What a new organisation does once, in this order. */
export const firstSteps = (o: Overview, invited: boolean): Step[] => [
  { id: 'copy', href: templatesPath, done: o.guidelines > 0 },
  { id: 'publish', href: path('publish'), done: o.latestPublication !== null },
  { id: 'invite', href: path('invitations'), done: invited },
  { id: 'content', href: path('content'), done: o.contentItems > 0 },
];

/** One task a reason; those of `steps` that are done are none, and only the first of the others is one. */
export function tasks(
  { overview: o, feeds }: Waiting,
  steps: Step[],
  t: Catalogue,
  language: Language,
): Task[] {
  const list: Task[] = [];
  const say = (text: string, href?: string, label = '') =>
    list.push({ text, place: href ? { href, label } : null });
  const step = steps.find(({ done }) => !done);
  const ailing = feeds.filter(isAiling).map(({ title }) => title);
  if (step) say(t.overview.steps[step.id].text, step.href, t.overview.steps[step.id].label);
  if (o.rootExpiresSoon) say(t.overview.rootExpires(formatDate(o.rootExpiresAt, language)));
  if (o.shortLinksLackAddress) say(t.overview.linksLackAddress, path('settings'), t.overview.enterAddress);
  if (o.proposals > 0) say(t.overview.proposed(o.proposals), reviewPath, t.overview.reviewProposals);
  if (ailing.length > 0) say(t.overview.ailing(ailing), feedsPath, t.overview.showFeeds);
  // To publish is the first step itself until something is out.
  if (o.unpublishedChanges > 0 && step?.id !== 'publish')
    say(t.overview.waiting(o.unpublishedChanges), path('publish'), t.overview.review);
  return list;
}
