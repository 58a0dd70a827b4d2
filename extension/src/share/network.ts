// What a way of sharing is. One file per network gives its window, its limit and its way of counting.
import type { Message } from './message.ts';

/** Networks by the names of the pack contract: what guidelines, captions and counts know. */
export type NetworkName =
  | 'linkedin'
  | 'x'
  | 'threads'
  | 'bluesky'
  | 'mastodon'
  | 'facebook'
  | 'xing'
  | 'whatsapp'
  | 'telegram'
  | 'teams'
  | 'email';

/** `linkedin-link` is LinkedIn's other window; `system` and `copy` are no networks: where they lead is not known. */
export type ShareTarget = NetworkName | 'linkedin-link' | 'system' | 'copy';

/** What only the person knows, kept on this device. */
export interface Account {
  /** Host of the server where the person's Mastodon account is. */
  mastodon?: string | undefined;
}

export interface Network {
  id: ShareTarget;
  /** Its own name; null: the catalogue names it. */
  name: string | null;
  /** Its name in packs and counts; null: none of theirs. */
  network: NetworkName | null;
  /** What kind of place it is, as campaign parameters call it. */
  medium: 'social' | 'messenger' | 'email' | 'share';
  /** Whether hashtags lead anywhere there. */
  hashtags: boolean;
  /** What its window takes over; with `link` the person pastes the text. */
  prefills: 'text' | 'link' | 'nothing';
  /** Longest text it takes, in what `length` counts; null: none that matters. */
  limit: number | null;
  /** What of a message counts towards the limit; without it all of it does. */
  counted?(message: Message): string;
  /** `window`: a longer text goes to the clipboard whole, and only its beginning into the window. */
  limitOf: 'text' | 'window';
  length(text: string): number;
  /** The window that opens with the message filled in, where the person still confirms; null: there is none. */
  window(message: Message, account: Account): string | null;
}

/** Percent-encodes for a query: a space is %20, never +. Lone surrogates, which no network takes, become U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** An address with its parameters; those without a value are left out. */
export function address(base: string, parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== '');
  const query = given.map(([key, value]) => `${key}=${encode(value as string)}`).join('&');
  if (query === '') return base;
  return `${base}${base.includes('?') ? '&' : '?'}${query}`;
}
