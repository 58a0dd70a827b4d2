// An invitation link: https://HOST/join#CODE.FP. The part behind # never travels with a page request.

export interface Invitation {
  /** Address of the server, without a final slash. */
  server: string;
  code: string;
  /** Base64url of the first 16 bytes of the SHA-256 of the root that this invitation pins. */
  fingerprint: string;
}

export type InvitationProblem = 'no-link' | 'not-secure' | 'incomplete';

/** A whole link among other words, such as the mail that it came with. */
const LINK = /https?:\/\/[^\s<>"]{1,500}\/join\/?#[\w-]+\.[\w-]{22}(?![\w-])/i;
const FRAGMENT = /^#([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{22})$/;
/** Those that the manifest lets us ask for; a policy can name no IPv6 address. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

export function readInvitation(pasted: string): Invitation | InvitationProblem {
  const url = URL.parse(LINK.exec(pasted)?.[0] ?? pasted.trim());
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return 'no-link';
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) return 'not-secure';
  const fragment = FRAGMENT.exec(url.hash);
  const path = /^(.*)\/join\/?$/.exec(url.pathname);
  if (!fragment || !path) return 'incomplete';
  return { server: url.origin + path[1], code: fragment[1] as string, fingerprint: fragment[2] as string };
}

/** Whether `root` is the one that the invitation pins. */
export async function isPinned(root: string, fingerprint: string): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(root));
  const start = String.fromCharCode(...new Uint8Array(digest).subarray(0, 16));
  return btoa(start).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '') === fingerprint;
}
