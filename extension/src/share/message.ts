// A post as it goes out: disclosure in front, hashtags and link at the end, all within the network's limit.
import { withCampaign } from './campaign.ts';
import { linksIn, textOf } from './links.ts';
import type { Network } from './network.ts';
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
const HASHTAG = /#[\p{L}\p{M}\p{N}_]+/gu;

export function compose(network: Network, post: Post): Composed {
  const text = withCampaignLink(network, post);
  const link = linkOf(network, post) ?? firstLink(text);
  const message = (words: string, hashtags: readonly string[]): Message => ({
    words: disclosed(words, post.disclosure ?? ''),
    hashtags,
    url: link && !holdsLink(words, link) ? link : null,
    link,
    title: post.title ?? '',
  });
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
function linkOf(network: Network, { url, item, shortLink }: Post): string | null {
  if (!url || !item) return url ?? null;
  const channel = network.network ?? network.id;
  if (shortLink) return `${shortLink}-${channel}`;
  return withCampaign(url, { source: channel, medium: network.medium, item });
}

/** A caption may hold the item's address itself. */
function withCampaignLink(network: Network, post: Post): string {
  const link = linkOf(network, post);
  return post.url && link ? withLinkReplaced(post.text, post.url, link) : post.text;
}

function excess(network: Network, message: Message): number {
  if (network.limit === null) return 0;
  return Math.max(0, network.length(textOfMessage(message)) - network.limit);
}

/** In front, unless it stands in the opening already. */
function disclosed(text: string, disclosure: string): string {
  if (isDisclosed(text, disclosure)) return text;
  return joined([disclosure, text]);
}

function isDisclosed(text: string, disclosure: string): boolean {
  return folded(text.slice(0, OPENING)).includes(folded(disclosure));
}

function lacking(hashtags: readonly string[], text: string): string[] {
  const present = new Set(Array.from(text.matchAll(HASHTAG), ([tag]) => folded(tag)));
  return hashtags.map(withSign).filter((tag) => tag !== '#' && !present.has(folded(tag)));
}

/** The console keeps hashtags without their sign, imported items often with it. */
const withSign = (tag: string) => `#${tag.trim().replace(/^#+/, '')}`;

function holdsLink(text: string, link: string): boolean {
  return linksIn(text).some((span) => textOf(text, span) === link);
}

function firstLink(text: string): string | null {
  const [first] = linksIn(text);
  return first ? textOf(text, first) : null;
}

function withLinkReplaced(text: string, link: string, by: string): string {
  return linksIn(text)
    .filter((span) => textOf(text, span) === link)
    .reduceRight((result, { start, end }) => result.slice(0, start) + by + result.slice(end), text);
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');
