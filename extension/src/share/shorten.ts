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
  const cuts = cutsIn(text);
  const kept = (count: number) => withEllipsis(text, cuts[count - 1] ?? 0);
  let some = 0;
  let tooMany = cuts.length;
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
function cutsIn(text: string): number[] {
  const links = linksIn(text);
  return Array.from(text.matchAll(/\S+/gu)).flatMap(({ 0: run, index }) => cutsInRun(run, index, links));
}

function cutsInRun(run: string, at: number, links: Span[]): number[] {
  const end = at + run.length;
  // Segmenting costs a hundred times as much as looking whether there is anything to segment.
  if (/^[#@]/.test(run) || !UNSPACED.test(run)) return [end];
  const inner = Array.from(segmenter.segment(run))
    .filter(({ segment, index }) => BEGINS_UNSPACED.test(segment) && index + segment.length < run.length)
    .map(({ segment, index }) => at + index + segment.length)
    .filter((cut) => !links.some((link) => link.start < cut && cut < link.end));
  return [...inner, end];
}
