// The two calls to LinkedIn's API. Nothing is sent along but what the call needs: no cookies, no referrer.
import { readAtMost } from '@herold/core';
import { type LinkedInPost, type PostOutcome, postBody, postHeaders, readPostAnswer } from './post.ts';

export const API = 'https://api.linkedin.com';
const TIMEOUT_MS = 20_000;
const MAX_ANSWER_BYTES = 64 * 1024;

export interface Member {
  sub: string;
  name: string;
}

/** Whose token it is (OpenID Connect's userinfo); null when LinkedIn does not say. */
export async function readMember(token: string, base = API): Promise<Member | null> {
  try {
    const response = await fetch(`${base}/v2/userinfo`, {
      ...QUIETLY,
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) return null;
    const { sub, name } = JSON.parse(await text(response)) as Partial<Member>;
    if (typeof sub !== 'string' || !/^[\w-]+$/.test(sub)) return null;
    return { sub, name: typeof name === 'string' ? name : '' };
  } catch {
    return null;
  }
}

/** Posts once. Never throws: whatever gets lost on the way is `unknown`. */
export async function createPost(
  post: LinkedInPost,
  { token, sub, version }: { token: string; sub: string; version: string },
  base = API,
): Promise<PostOutcome> {
  try {
    const response = await fetch(`${base}/rest/posts`, {
      ...QUIETLY,
      method: 'POST',
      headers: postHeaders(token, version),
      body: JSON.stringify(postBody(post, sub)),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // A post that exists is not lost again with the rest of its answer.
    const body = await text(response).catch(() => '');
    return readPostAnswer(response.status, response.headers.get('x-restli-id'), body);
  } catch {
    return { kind: 'unknown' };
  }
}

const QUIETLY: RequestInit = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
};

async function text(response: Response): Promise<string> {
  return new TextDecoder().decode(await readAtMost(response, MAX_ANSWER_BYTES));
}
