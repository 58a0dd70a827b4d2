// A post of LinkedIn's Posts API, and what its answers mean.
// https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api
import { littleText } from './little-text.ts';

export type Visibility = 'PUBLIC' | 'CONNECTIONS';

export interface LinkedInPost {
  text: string;
  visibility: Visibility;
  /** The link that is shown as a card; LinkedIn does not look at the page, so the title comes along. */
  article: { source: string; title: string } | null;
}

export type PostOutcome =
  /** `urn` is null when LinkedIn did not name the post. */
  | { kind: 'posted'; urn: string | null }
  /** Not connected, expired or revoked. */
  | { kind: 'connect' }
  /** A scope or a product is missing, or the operation is not there: a matter for IT. */
  | { kind: 'forbidden' }
  | { kind: 'duplicate' }
  /** Something about the content. */
  | { kind: 'invalid' }
  /** The version has been retired. */
  | { kind: 'version' }
  /** The day's limit of the member or the app. */
  | { kind: 'limit' }
  /** No answer, or one that says nothing about whether it was posted. Never to be repeated blindly. */
  | { kind: 'unknown' };

export function postBody(post: LinkedInPost, sub: string) {
  return {
    author: `urn:li:person:${sub}`,
    commentary: littleText(post.text),
    visibility: post.visibility,
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(post.article ? { content: { article: post.article } } : {}),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  };
}

export function postHeaders(token: string, version: string): Record<string, string> {
  return {
    Authorization: `Bearer ${token}`,
    'Content-Type': 'application/json',
    'LinkedIn-Version': version,
    'X-Restli-Protocol-Version': '2.0.0',
  };
}

/** `restliId` is the header `x-restli-id`; the body of a refusal is read for the reason only. */
export function readPostAnswer(status: number, restliId: string | null, body: string): PostOutcome {
  if (status >= 200 && status < 300) return { kind: 'posted', urn: urnOf(restliId) };
  if (status === 401) return { kind: 'connect' };
  if (status === 426) return { kind: 'version' };
  if (status === 429) return { kind: 'limit' };
  if (status === 400 || status === 422) return { kind: isDuplicate(body) ? 'duplicate' : 'invalid' };
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'forbidden' };
  return { kind: 'unknown' };
}

export const postAddress = (urn: string) => `https://www.linkedin.com/feed/update/${urn}`;

/** Where a person sees whether something was posted. */
export const OWN_POSTS = 'https://www.linkedin.com/in/me/recent-activity/all/';

function urnOf(restliId: string | null): string | null {
  const urn = restliId?.trim() ?? '';
  return /^urn:li:[A-Za-z]+:[\w-]+$/.test(urn) ? urn : null;
}

function isDuplicate(body: string): boolean {
  return /DUPLICATE_POST|is a duplicate of/.test(body);
}
