import { encode, type Network } from './network.ts';

/** Every link is shortened to this length. */
const LINK_LENGTH = 23;
const LINK = /https?:\/\/\S+/g;
/** Code points that count one; all others count two. */
const LIGHT = /^[\u0000-\u10FF\u2000-\u200D\u2010-\u201F\u2032-\u2037]$/u;

export const x: Network = {
  id: 'x',
  name: 'X',
  limit: 280,
  length: weightedLength,
  link({ text, url }) {
    const apart = url && !text.includes(url) ? `&url=${encode(url)}` : '';
    return `https://x.com/intent/tweet?text=${encode(text)}${apart}`;
  },
};

function weightedLength(text: string): number {
  const links = text.match(LINK)?.length ?? 0;
  const rest = [...new Intl.Segmenter().segment(text.replace(LINK, ''))];
  const weight = ({ segment }: Intl.SegmentData) =>
    /\p{Emoji_Presentation}|\uFE0F/u.test(segment) ? 2 : [...segment].reduce((sum, c) => sum + (LIGHT.test(c) ? 1 : 2), 0);
  return links * LINK_LENGTH + rest.reduce((sum, cluster) => sum + weight(cluster), 0);
}
