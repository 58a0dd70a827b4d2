/** How long a caption may be on each network, and how the network counts (contract's fine print, units of text). */
import type { Network } from '../api/types.ts';

const limits: Partial<Record<Network, number>> = {
  linkedin: 3000,
  x: 280,
  threads: 500,
  bluesky: 300,
  mastodon: 500,
  email: 2000,
};
const linkLength = 23;
const link = /https?:\/\/\S+/g;
const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface Length {
  used: number;
  limit: number | undefined;
}

export function captionLength(text: string, network: Network | ''): Length {
  return { used: count(text, network), limit: network === '' ? undefined : limits[network] };
}

function count(text: string, network: Network | ''): number {
  if (network === 'linkedin') return text.length;
  if (network === 'x') return weigh(shorten(text));
  if (network === 'mastodon') return graphemes(shorten(text));
  return graphemes(text);
}

/** A link counts 23 whatever its length. */
const shorten = (text: string) => text.replace(link, 'x'.repeat(linkLength));

const graphemes = (text: string) => [...clusters.segment(text)].length;

/** X counts most scripts of Europe once, everything else (also each emoji) twice. */
function weigh(text: string): number {
  let sum = 0;
  for (const { segment } of clusters.segment(text.normalize('NFC'))) {
    const code = segment.codePointAt(0) ?? 0;
    sum += code <= 0x10ff || (code >= 0x2000 && code <= 0x201f) || (code >= 0x2032 && code <= 0x2037) ? 1 : 2;
  }
  return sum;
}
