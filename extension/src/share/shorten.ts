// Shortening a text at its end, between words.
import { linksIn, type Span } from './links.ts';

/** With a space before it: what is left out are words, not the rest of one. */
const ELLIPSIS = ' …';
/** Scripts that put no spaces between words, and emoji. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}]/u;
const BEGINS_UNSPACED = new RegExp(`^${UNSPACED.source}`, 'u');
/** What hangs in the air before an ellipsis. */
const DANGLING = /[\s,;:–—-]+$/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * The longest beginning of `text`, with an ellipsis, that `fits`; the text itself when that does, nothing when not
 * even its first word does. Never ends inside a word, a link or a grapheme cluster.
 */
export function shortened(text: string, fits: (kept: string) => boolean): string {
  if (fits(text)) return text;
  const more = cutsIn(text);
  const cuts: number[] = [];
  const kept = (count: number) => withEllipsis(text, cuts[count - 1] ?? 0);
  const has = (count: number) => {
    for (let next = more.next(); !next.done; next = more.next()) {
      cuts.push(next.value);
      if (cuts.length === count) break;
    }
    return cuts.length === count;
  };
  // From its beginning: of a long text little is looked at.
  let some = 0;
  let tooMany = 1;
  while (has(tooMany) && fits(kept(tooMany))) {
    some = tooMany;
    tooMany *= 2;
  }
  tooMany = Math.min(tooMany, cuts.length);
  while (tooMany - some > 1) {
    const middle = Math.floor((some + tooMany) / 2);
    if (fits(kept(middle))) some = middle;
    else tooMany = middle;
  }
  return kept(some);
}

function withEllipsis(text: string, cut: number): string {
  if (cut === 0) return '';
  const beginning = text.slice(0, cut);
  const linked = linksIn(beginning).at(-1)?.end ?? 0;
  return beginning.slice(0, linked) + beginning.slice(linked).replace(DANGLING, '') + ELLIPSIS;
}

/** Where words end, in order. */
function* cutsIn(text: string): Generator<number> {
  const links = linksIn(text);
  for (const { 0: run, index } of text.matchAll(/\S+/gu)) {
    // Segmenting costs a hundred times as much as looking whether there is anything to segment.
    if (!/^[#@]/.test(run) && UNSPACED.test(run)) yield* cutsWithin(run, index, links);
    yield index + run.length;
  }
}

function* cutsWithin(run: string, at: number, links: Span[]): Generator<number> {
  for (const { segment, index } of segmenter.segment(run)) {
    const end = index + segment.length;
    if (!BEGINS_UNSPACED.test(segment) || end === run.length) continue;
    if (!links.some((link) => link.start < at + end && at + end < link.end)) yield at + end;
  }
}
