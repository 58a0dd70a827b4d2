// What a way of sharing is. One file per network gives its link, its limit and its way of counting.

/** The names of the pack contract; `copy` is no network and goes nowhere. */
export type ShareTarget = 'linkedin' | 'x' | 'whatsapp' | 'email' | 'copy';

export interface Post {
  text: string;
  /** The item's address, when an item is shared. */
  url?: string;
  /** Title of the item, for targets that have a subject. */
  title?: string;
}

export interface Network {
  id: ShareTarget;
  /** Its own name; null: the catalogue names it. */
  name: string | null;
  /** Longest text it takes, in what `length` counts; null: none that matters. */
  limit: number | null;
  length(text: string): number;
  /** The window that opens with the post filled in, where the person still confirms; null: none. */
  link(post: Post): string | null;
}

/** Percent-encodes for a query: a space is %20, never +. Lone surrogates, which no network takes, become U+FFFD. */
export function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Text with the link inside, for targets that have no field of its own for it. */
export function textWithLink({ text, url }: Post): string {
  if (!url || text.includes(url)) return text;
  return text === '' ? url : `${text}\n\n${url}`;
}

export const utf16Length = (text: string): number => text.length;
