import type { Caption, ContentItem, Fix } from '@herold/core';
import {
  compose,
  type Message,
  type Network,
  type NetworkName,
  type Post,
  textOfMessage,
} from '../share/index.ts';
import { linksIn, textOf } from '../share/links.ts';
import { literally } from '../share/message.ts';
import { shortLinkTo } from '../share/short-link.ts';

/** An item with words to go with it: what sharing makes a message of. `shortLinks` is what short links begin with. */
export function itemPost(item: ContentItem, text: string, shortLinks: string | null): Post {
  return {
    text,
    url: item.url,
    title: item.title,
    item: item.id,
    ...(shortLinks && item.slug ? { shortLink: shortLinkTo(shortLinks, item.slug) } : {}),
    ...(item.disclosure ? { disclosure: item.disclosure } : {}),
    ...(item.hashtags ? { hashtags: item.hashtags } : {}),
  };
}

/**
 * What the guidelines are asked about: with the page's own address, campaign and all. A short link stands for it, and a
 * rule about hosts or campaign parameters would find fault with the organisation's own.
 */
export function checkedText(network: Network, item: ContentItem, text: string): string {
  return textOfMessage(compose(network, itemPost(item, text, null)).full);
}

/**
 * The captions to choose from while `used` is in use: one that the organisation withdrew stays, in front, as long as
 * `hasWords`, the person's own, stand in it.
 */
export function captionsBeside(
  captions: readonly Caption[],
  used: Caption | undefined,
  hasWords: boolean,
): Caption[] {
  const isThere = captions.some(({ id }) => id === used?.id);
  return used && hasWords && !isThere ? [used, ...captions] : [...captions];
}

/** The networks that the organisation meant an item for, where `network` is none of them. */
export function meantElsewhere(
  networks: readonly string[] | undefined,
  network: NetworkName | null,
): NetworkName[] {
  if (!networks || network === null || networks.includes(network)) return [];
  return networks as NetworkName[];
}

/** What goes out beside the words, in one line, for the person to see before. */
export function addedTo({ inFront, hashtags, url }: Message): string {
  return [inFront, ...hashtags, url ? hostOf(url) : ''].filter((part) => part !== '').join(' ');
}

/** The whole link, campaign and all, stands in the preview. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** A report about `whole` as one about `text` inside it: fixes that reach beyond are left out. */
export function fixesWithin<T extends { fixes?: Fix[] }>(
  findings: readonly T[],
  whole: string,
  text: string,
): T[] {
  const parts = partsWithin(whole, text);
  const partOf = ({ range }: TextEdit) =>
    parts.find(({ start, length }) => start <= range.start && range.end <= start + length);
  const moved = (edit: TextEdit): TextEdit[] => {
    const part = partOf(edit);
    if (!part) return [];
    const by = part.inText - part.start;
    return [{ ...edit, range: { start: edit.range.start + by, end: edit.range.end + by } }];
  };
  return findings.map((finding) => ({
    ...finding,
    fixes: (finding.fixes ?? [])
      .map(({ title, edits }) => ({ fix: { title, edits: edits.flatMap(moved) }, wanted: edits.length }))
      .filter(({ fix, wanted }) => fix.edits.length === wanted)
      .map(({ fix }) => fix),
  }));
}

type TextEdit = Fix['edits'][number];

interface Part {
  start: number;
  length: number;
  inText: number;
}

/** The stretches of `text` that stand in `whole` as they are: the page's link has its campaign there. */
function partsWithin(whole: string, text: string): Part[] {
  const kept = new Set(linksIn(whole).map((span) => textOf(whole, span)));
  const changed = linksIn(text).filter((span) => !kept.has(textOf(text, span)));
  const starts = [0, ...changed.map(({ end }) => end)];
  const ends = [...changed.map(({ start }) => start), text.length];
  const stretches = starts.map((start, at) => text.slice(start, ends[at]));
  const found = new RegExp(stretches.map((each) => `(${literally(each)})`).join('\\S+'), 'd').exec(whole);
  if (!found?.indices) return [];
  return stretches.map(({ length }, at) => ({
    start: found.indices?.[at + 1]?.[0] ?? 0,
    length,
    inText: starts[at] ?? 0,
  }));
}
