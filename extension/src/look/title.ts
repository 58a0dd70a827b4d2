// Titles, and words of drafts that are quoted, are of any length and direction. What stands within a sentence must
// neither push the rest of it out of sight nor turn it round.

/** Grapheme clusters. */
const LONGEST = 80;
const clusters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Explicit embeddings, overrides and isolates: one that is never closed would go on behind the title. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;
/** Such, direction marks, and letters that are written from right to left. */
const DIRECTED =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** As it stands in a sentence; most titles just as they are. */
export const inSentence = (title: string): string => isolated(excerpt(title));

/** At most so many UTF-16 units from the start, and no half of a character. */
export const beginning = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');

function isolated(text: string): string {
  if (!DIRECTED.test(text)) return text;
  return FIRST_STRONG_ISOLATE + text.replace(TURNING, '') + POP_ISOLATE;
}

/** Cut behind a whole word, where there is one. */
export function excerpt(text: string): string {
  let count = 0;
  for (const { index } of clusters.segment(text)) {
    if (count++ === LONGEST) return `${text.slice(0, index).replace(/\s+\S*$/u, '')}…`;
  }
  return text;
}
