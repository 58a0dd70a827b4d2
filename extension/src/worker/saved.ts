// Items kept for later: pure functions over the list that is stored.
import type { ContentItem } from '@herold/core';
import { beginning } from '../look/title.ts';
import { fitting, handedOut, networkOf, type ShareTarget } from '../share/index.ts';
import type { SavedChange, SavedItem, SavedView, SuggestedItem } from './protocol.ts';

const MAX_SAVED = 200;
/** In UTF-16 units. */
export const MAX_NOTE = 5000;

/**
 * The newest in front; beyond MAX_SAVED the oldest goes that the person wrote nothing to and set no reminder for. What
 * is there already stays as it is.
 */
export function withSaved(list: readonly SavedItem[], saved: SavedItem): SavedItem[] {
  if (list.some(({ item }) => item === saved.item)) return [...list];
  const longer = [saved, ...list];
  if (longer.length <= MAX_SAVED) return longer;
  const bare = longer.findLastIndex(({ note, remindAt }, at) => at > 0 && note === '' && remindAt === null);
  return longer.toSpliced(bare < 0 ? -1 : bare, 1);
}

/** Only what changed is named: a note and a reminder set at the same time do not undo each other. */
export function withChange(list: readonly SavedItem[], item: string, change: SavedChange): SavedItem[] {
  const bounded = change.note === undefined ? change : { ...change, note: beginning(change.note, MAX_NOTE) };
  const news = 'remindAt' in change ? { ...bounded, seen: false } : bounded;
  return list.map((saved) => (saved.item === item ? { ...saved, ...news } : saved));
}

export function withoutItem(list: readonly SavedItem[], item: string): SavedItem[] {
  return list.filter((saved) => saved.item !== item);
}

/** `now` in milliseconds since 1970. */
export function isDue({ remindAt }: SavedItem, now: number): boolean {
  return remindAt !== null && Date.parse(remindAt) <= now;
}

export function dueUnseen(list: readonly SavedItem[], now: number): SavedItem[] {
  return list.filter((saved) => !saved.seen && isDue(saved, now));
}

export function withSeen(list: readonly SavedItem[], seen: readonly SavedItem[]): SavedItem[] {
  return list.map((saved) => (seen.includes(saved) ? { ...saved, seen: true } : saved));
}

/** For whom saved items are shown: what decides whether and how they may share one. */
export interface Sharer {
  network: ShareTarget;
  /** The device's, for handing out captions. */
  seed: string;
  role: string | null;
  groups: readonly string[];
}

/** What the panel shows: due ones first, then the latest; each with its item as the organisation has it now. */
export function savedViews(
  list: readonly SavedItem[],
  content: readonly ContentItem[],
  sharer: Sharer,
  now: number = Date.now(),
): SavedView[] {
  if (list.length === 0) return [];
  const byId = new Map(content.map((item) => [item.id, item]));
  const views = list.map((saved) => {
    const item = byId.get(saved.item);
    return {
      ...saved,
      suggestion: item && isOpen(item, now) && isFor(item, sharer) ? offered(item, sharer) : null,
    };
  });
  return views.sort((a, b) => Number(isDue(b, now)) - Number(isDue(a, now)) || compare(b.savedAt, a.savedAt));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** An item that has expired or is under embargo is not to be shared. */
export function isOpen({ from, until }: ContentItem, now: number): boolean {
  return (!from || Date.parse(from) <= now) && (!until || now < Date.parse(until));
}

/** Whom it was meant for when it was saved may have changed; as the core reads an audience. */
function isFor({ audience }: ContentItem, { role, groups }: Sharer): boolean {
  const { roles = [], groups: theirs = [] } = audience ?? {};
  if (roles.length > 0 && !roles.includes(role ?? '')) return false;
  return theirs.length === 0 || theirs.some((group) => groups.includes(group));
}

function offered(item: ContentItem, { network, seed }: Sharer): SuggestedItem {
  const { languages } = navigator;
  const captions = fitting(item.captions ?? [], networkOf(network).network, languages);
  return { item, captions: handedOut(captions, seed, item.id), terms: [], topics: [] };
}
