// A post as it goes out: disclosure in front, hashtags and link at the end, all within the network's limit.
import { withCampaign } from './campaign.ts';
import { linksIn, samePage, textOf } from './links.ts';
import type { Network } from './network.ts';
import { onChannel } from './short-link.ts';
import { shortened } from './shorten.ts';

export interface Post {
  /** The words: a caption, or what the person made of it, or a draft. */
  text: string;
  /** What the law wants said; goes in front. */
  disclosure?: string;
  /** With or without their sign. */
  hashtags?: readonly string[];
  /** The item's address, when an item is shared. */
  url?: string;
  /** Title of the item, for targets that have a subject. */
  title?: string;
  /** Id of the item, which names the campaign of the link. */
  item?: string;
  /** Address that leads to the item's and counts clicks, to be ended by the channel; goes out instead of `url`. */
  shortLink?: string;
}

export interface Message {
  /** Disclosure and words. */
  words: string;
  /** The disclosure that stands in front of them; empty: none, or they say it. */
  inFront: string;
  /** Those that the words lack, with their sign. */
  hashtags: readonly string[];
  /** The link that is not among the words; null: none, or it is. */
  url: string | null;
  /** The link, wherever it stands; null: there is none. */
  link: string | null;
  title: string;
}

export interface Composed {
  /** What goes out, within the network's limit. */
  message: Message;
  /** The same with nothing left out. */
  full: Message;
  /** By how much `message` is too long all the same, as the network counts: disclosure and link alone are; 0: it fits. */
  over: number;
}

/** How much a network shows at least before "see more", in UTF-16 units: there a disclosure has to stand. */
const OPENING = 200;
const PART_OF_WORD = '[\\p{L}\\p{M}\\p{N}]';
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;
/** What ends a hashtag, so that what is left of one would lead elsewhere. */
const NO_HASHTAG = /[^\p{L}\p{M}\p{N}_]/gu;

export function compose(network: Network, post: Post): Composed {
  const page = linkOf(network, post);
  const text = post.url && page ? withLinkReplaced(post.text, post.url, page) : post.text;
  const link = page ?? firstLink(text);
  const message = (text: string, hashtags: readonly string[]): Message => {
    const { words, inFront } = disclosed(text, post.disclosure ?? '');
    const url = link && !holdsLink(words, link) ? link : null;
    return { words, inFront, hashtags, url, link, title: post.title ?? '' };
  };
  const full = message(text, network.hashtags ? lacking(post.hashtags ?? [], text) : []);
  const fits = (words: string, hashtags: readonly string[]) =>
    excess(network, message(words, hashtags)) === 0;
  if (excess(network, full) === 0) return { message: full, full, over: 0 };
  // Hashtags go first, from the last; then words from the end; disclosure and link never.
  let { hashtags } = full;
  while (hashtags.length > 0 && !fits(text, hashtags)) hashtags = hashtags.slice(0, -1);
  const words = shortened(text, (kept) => fits(kept, hashtags));
  const fitted = message(words, hashtags);
  return { message: fitted, full, over: excess(network, fitted) };
}

/** The message in reading order: what the clipboard holds. */
export function textOfMessage({ words, hashtags, url }: Message): string {
  return joined([words, hashtags.join(' '), url ?? '']);
}

/** The words for a window that shows the link by itself: without it where they end with it. */
export function wordsApart({ words, link }: Message): string {
  return link && words.endsWith(link) ? words.slice(0, -link.length).trimEnd() : words;
}

/** The item's address, or the short one that leads there, with what tells item and channel apart. */
function linkOf(network: Network, { text, url, item, shortLink }: Post): string | null {
  if (!url || !item) return url ?? null;
  const channel = network.network ?? network.id;
  if (shortLink) return onChannel(shortLink, channel);
  return withCampaign(asWritten(text, url), { source: channel, medium: network.medium, item });
}

/** A caption may hold the item's address itself, with campaign parameters that the organisation gave it there. */
function asWritten(text: string, url: string): string {
  const written = linksIn(text).map((span) => textOf(text, span));
  return written.find((link) => /^http/i.test(link) && samePage(link, url)) ?? url;
}

function excess(network: Network, message: Message): number {
  if (network.limit === null) return 0;
  const counted = network.counted ?? textOfMessage;
  return Math.max(0, network.length(counted(message)) - network.limit);
}

/** In front, unless it stands in the opening already. */
function disclosed(text: string, disclosure: string): Pick<Message, 'words' | 'inFront'> {
  if (isDisclosed(text, disclosure)) return { words: text, inFront: '' };
  return { words: joined([disclosure, text]), inFront: disclosure };
}

/** As words of its own: "Bewerbung" does not say "Werbung", nor does "Werbungskosten" where the opening cuts it. */
function isDisclosed(text: string, disclosure: string): boolean {
  const words = folded(disclosure).split(/\s+/).filter(Boolean).map(literally);
  if (words.length === 0) return true;
  const said = new RegExp(`(?<!${PART_OF_WORD})${words.join('\\s+')}(?!${PART_OF_WORD})`, 'u');
  const found = said.exec(folded(text.slice(0, OPENING + 1)));
  return found !== null && found.index + found[0].length <= folded(text.slice(0, OPENING)).length;
}

/** As a regular expression finds it. */
export const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function lacking(hashtags: readonly string[], text: string): string[] {
  const present = new Set(Array.from(text.matchAll(HASHTAG), ([tag]) => folded(tag)));
  return hashtags.flatMap(asHashtags).filter((tag) => {
    const isNew = !present.has(folded(tag));
    present.add(folded(tag));
    return isNew;
  });
}

/**
 * The console keeps hashtags without their sign, imported items often with it, some write several in one. A network
 * would end "#Projekt Falke" at the space; digits alone lead nowhere.
 */
export function asHashtags(written: string): string[] {
  const words = written.split(/[,;#＃]/).map((word) => word.replace(NO_HASHTAG, ''));
  return words.filter((word) => /\p{L}/u.test(word)).map((word) => `#${word}`);
}

function holdsLink(text: string, link: string): boolean {
  return linksIn(text).some((span) => textOf(text, span) === link);
}

function firstLink(text: string): string | null {
  const [first] = linksIn(text);
  return first ? textOf(text, first) : null;
}

function withLinkReplaced(text: string, link: string, by: string): string {
  return linksIn(text)
    .filter((span) => samePage(textOf(text, span), link))
    .reduceRight((result, { start, end }) => result.slice(0, start) + by + result.slice(end), text);
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
