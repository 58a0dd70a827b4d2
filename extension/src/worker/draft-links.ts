// What links in a draft say about what fits it: the words of their paths, and which items it holds already.
import type { ContentItem } from '@herold/core';
import { linksIn, samePage, textOf } from '../share/links.ts';
import { isShortLink, shortLinkTo } from '../share/short-link.ts';

/** Host, campaign and other parameters are no words of the person's: only what a link's path says stays. */
export function withPathsForLinks(draft: string): string {
  let words = '';
  let from = 0;
  for (const link of linksIn(draft)) {
    words += `${draft.slice(from, link.start)} ${pathOf(textOf(draft, link))} `;
    from = link.end;
  }
  return words + draft.slice(from);
}

/** Whether the draft leads to the item's page already, by its own address or by its short link, if there are any. */
export function leadsTo(
  { url, slug }: Pick<ContentItem, 'url' | 'slug'>,
  draft: string,
  shortLinks?: string,
): boolean {
  const short = shortLinks && slug ? shortLinkTo(shortLinks, slug) : null;
  return linksIn(draft)
    .map((span) => textOf(draft, span))
    .some((link) => samePage(link, url) || (short !== null && isShortLink(link, short)));
}

function pathOf(link: string): string {
  const address = link.replace(/^www\./i, 'https://$&');
  if (!URL.canParse(address)) return '';
  const { pathname } = new URL(address);
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
