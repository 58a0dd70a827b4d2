// Links inside a text, found as the core finds them: `http`, `https` and what begins with `www.`, without final
// punctuation or a closing bracket that was not opened.

import tlds from 'tlds' with { type: 'json' };

export interface Span {
  start: number;
  end: number;
}

const OPENING = /(?<![\p{L}\p{M}\p{N}])(?:https?:\/\/|www\.)(?=[\p{L}\p{M}\p{N}[])/giu;
/** What no link goes over: white space, quotation marks, brackets of code, emoji. */
const BEYOND = /[\p{White_Space}"<>`\p{Pi}\p{Pf}„‚\u200B\p{Extended_Pictographic}\p{Emoji_Presentation}]/u;
const FINAL = /[.,;:!?'*…’。、！？；：，\p{Default_Ignorable_Code_Point}]/u;
const OPENED_BY: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

export function linksIn(text: string): Span[] {
  const links: Span[] = [];
  for (const { index, 0: opening } of text.matchAll(OPENING)) {
    if (index < (links.at(-1)?.end ?? 0)) continue;
    const link = trimmed(text.slice(index, endOf(text, index + opening.length)));
    if (link.length > opening.length) links.push({ start: index, end: index + link.length });
  }
  return links;
}

/** A host that begins no link: `acme.example`, with a path or without. */
const HOST =
  /(?<![\p{L}\p{M}\p{N}@$#_./-])(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?\.)+([a-z]{2,}|xn--[a-z0-9-]+)(?![\p{L}\p{M}\p{N}@_-]|\.[\p{L}\p{N}])(\/\S*)?/giu;
const TOP_LEVEL: ReadonlySet<string> = new Set(tlds);

/** Hosts outside of links, known by their top-level domain; IANA's list, as the package `tlds` carries it. */
export function hostsIn(text: string): Span[] {
  const links = linksIn(text);
  return Array.from(text.matchAll(HOST))
    .filter(({ 1: topLevel = '' }) => TOP_LEVEL.has(topLevel.toLowerCase()))
    .map(({ index, 0: host }) => ({ start: index, end: index + trimmed(host).length }))
    .filter(({ start }) => !links.some((link) => link.start <= start && start < link.end));
}

export function textOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Whether two links lead to one place: host, scheme and what campaigns add may be spelled differently. */
export function samePage(one: string, other: string): boolean {
  return one === other || (placeOf(one) !== null && placeOf(one) === placeOf(other));
}

function placeOf(link: string): string | null {
  const address = link.replace(/^www\./i, 'https://$&');
  if (!URL.canParse(address)) return null;
  const { host, pathname, hash, searchParams } = new URL(address);
  const query = [...searchParams].filter(([name]) => !/^utm_/i.test(name));
  return JSON.stringify([host, pathname.replace(/\/+$/, ''), query, hash]);
}

function endOf(text: string, from: number): number {
  let end = from;
  for (const character of text.slice(from)) {
    if (endsLink(character)) break;
    end += character.length;
  }
  return end;
}

function endsLink(character: string): boolean {
  if (character <= ' ' || character === '\u007F') return true;
  return character !== '’' && BEYOND.test(character);
}

function trimmed(link: string): string {
  const characters = [...link];
  const count = new Map<string, number>();
  for (const character of characters) count.set(character, (count.get(character) ?? 0) + 1);
  while (isLoose(characters.at(-1) ?? '', count)) {
    const last = characters.pop() as string;
    count.set(last, (count.get(last) ?? 0) - 1);
  }
  return characters.join('');
}

/** Whether a last character belongs to the sentence and not to the link. */
function isLoose(last: string, count: Map<string, number>): boolean {
  const opening = OPENED_BY[last];
  const unpaired = opening !== undefined && (count.get(last) ?? 0) > (count.get(opening) ?? 0);
  return unpaired || FINAL.test(last);
}
