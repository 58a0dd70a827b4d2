// LinkedIn's "little" text format, in which a post's commentary is written: reserved characters are escaped, or the
// text is silently cut at the first one; a hashtag is a template, since an escaped sign leads nowhere.
// https://learn.microsoft.com/linkedin/marketing/community-management/shares/little-text-format
import { linksIn } from '../share/links.ts';

const RESERVED = /[\\|{}@[\]()<>#*_~]/g;
/** With at least one letter: a number alone is none. In front of it stands no part of a word. */
const HASHTAG = /(?<![\p{L}\p{M}\p{N}_&/#＃])([#＃])(?=[\p{N}\p{M}_]*\p{L})([\p{L}\p{M}\p{N}_]+)/gu;

/** The text as `commentary` takes it; LinkedIn shows it as it was given, with its hashtags as links. */
export function littleText(text: string): string {
  const whole = text.toWellFormed();
  const links = linksIn(whole);
  let out = '';
  let end = 0;
  for (const { index, 0: tag, 1: sign = '', 2: word = '' } of whole.matchAll(HASHTAG)) {
    if (links.some((link) => link.start <= index && index < link.end)) continue;
    out += `${escaped(whole.slice(end, index))}{hashtag|${escaped(sign)}|${escaped(word)}}`;
    end = index + tag.length;
  }
  return out + escaped(whole.slice(end));
}

const escaped = (text: string) => text.replace(RESERVED, '\\$&');
