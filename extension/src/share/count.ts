// How long a text is, in the ways networks count.
import { hostsIn, linksIn, type Span } from './links.ts';

const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

type Length = (text: string) => number;

/** How much of what was counted is remembered, in UTF-16 units: the texts of some last keystrokes. */
const REMEMBERED = 200_000;

/**
 * Counts each line for itself, and once: no cluster, link or composition goes over a line break, and a keystroke changes
 * one line of a text that costs tens of milliseconds to count.
 */
function byLine(length: Length): Length {
  let counted = new Map<string, number>();
  let before = counted;
  let size = 0;
  const lengthOf = (line: string): number => {
    const known = counted.get(line);
    if (known !== undefined) return known;
    const found = before.get(line) ?? length(line);
    if (size > REMEMBERED) {
      before = counted;
      counted = new Map();
      size = 0;
    }
    counted.set(line, found);
    size += line.length;
    return found;
  };
  return (text) => text.split(AFTER_BREAK).reduce((sum, line) => sum + lengthOf(line), 0);
}

const AFTER_BREAK = /(?<=\n)/;

/** UTF-16 code units. */
export const utf16Length = (text: string): number => text.length;

/** Grapheme clusters (UAX #29): what a reader calls a character. */
export const graphemeLength = byLine((line) => total([line], () => 1));

/** Counts grapheme clusters, each link as `linkLength`. */
export function graphemeLengthWithLinks(linkLength: number): Length {
  return byLine((line) => {
    const { rest, links } = apart(line, linksIn(line));
    return links * linkLength + total(rest, () => 1);
  });
}

/**
 * X's weighted length: links 23, an emoji 2, code points of LIGHT 1, all others 2. Ranges and weights are those of
 * X's published text configuration, version 3; like X it counts the text's NFC form, and takes a host without a
 * scheme for a link.
 */
export const weightedLength = byLine((line) => {
  const composed = line.normalize('NFC');
  const links = [...linksIn(composed), ...hostsIn(composed)].sort((a, b) => a.start - b.start);
  const { rest, links: count } = apart(composed, links);
  return count * X_LINK_LENGTH + total(rest, weightOf);
});

const X_LINK_LENGTH = 23;

/** Code points that count one, from and to. */
const LIGHT = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;

/** Shown as emoji: by itself, by its variation selector, or as a sequence of such. */
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|\p{Emoji}\p{Emoji_Modifier}|[#*0-9]\uFE0F?\u20E3)/u;

function weightOf(cluster: string): number {
  if (EMOJI.test(cluster)) return 2;
  let weight = 0;
  for (const character of cluster) weight += isLight(character) ? 1 : 2;
  return weight;
}

function isLight(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return LIGHT.some(([from, to]) => from <= point && point <= to);
}

function total(texts: string[], weigh: (cluster: string) => number): number {
  let sum = 0;
  for (const text of texts) {
    for (const { segment } of clusters.segment(text)) sum += weigh(segment);
  }
  return sum;
}

/** The pieces between links, counted each for itself so that neighbours of a link do not grow together. */
function apart(text: string, links: Span[]): { rest: string[]; links: number } {
  const rest: string[] = [];
  let at = 0;
  for (const { start, end } of links) {
    rest.push(text.slice(at, start));
    at = end;
  }
  rest.push(text.slice(at));
  return { rest, links: links.length };
}
