import { encode, type Network } from './network.ts';

/** Every link is shortened to this length. */
const LINK_LENGTH = 23;
const LINK = /https?:\/\/\S+/g;
/** Code points that count one, from and to; all others count two. */
const LIGHT = [
  [0x0000, 0x10ff],
  [0x2000, 0x200d],
  [0x2010, 0x201f],
  [0x2032, 0x2037],
] as const;

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
  const clusters = [...new Intl.Segmenter().segment(text.replace(LINK, ''))];
  return links * LINK_LENGTH + clusters.reduce((sum, { segment }) => sum + weightOf(segment), 0);
}

function weightOf(cluster: string): number {
  if (/\p{Emoji_Presentation}|\uFE0F/u.test(cluster)) return 2;
  return [...cluster].reduce((sum, character) => sum + (isLight(character) ? 1 : 2), 0);
}

function isLight(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return LIGHT.some(([from, to]) => from <= point && point <= to);
}
