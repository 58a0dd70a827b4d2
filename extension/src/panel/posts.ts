import type { ContentItem, Fix } from '@herold/core';
import {
  compose,
  type Message,
  type Network,
  type NetworkName,
  type Post,
  textOfMessage,
} from '../share/index.ts';

/** An item with words to go with it: what sharing makes a message of. `shortLinks` is what short links begin with. */
export function itemPost(item: ContentItem, text: string, shortLinks: string | null): Post {
  return {
    text,
    url: item.url,
    title: item.title,
    item: item.id,
    ...(shortLinks && item.slug ? { shortLink: shortLinks + item.slug } : {}),
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
  const offset = whole.indexOf(text);
  const end = offset + text.length;
  const isInside = ({ edits }: Fix) =>
    offset >= 0 && edits.every(({ range }) => offset <= range.start && range.end <= end);
  const moved = ({ title, edits }: Fix): Fix => ({
    title,
    edits: edits.map((edit) => ({
      ...edit,
      range: { start: edit.range.start - offset, end: edit.range.end - offset },
    })),
  });
  return findings.map((finding) => ({
    ...finding,
    fixes: (finding.fixes ?? []).filter(isInside).map(moved),
  }));
}
