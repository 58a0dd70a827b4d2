import { weightedLength } from './count.ts';
import { address, type Network } from './network.ts';

/** Puts link and hashtags after the text, a space between each. */
export const x: Network = {
  id: 'x',
  name: 'X',
  network: 'x',
  medium: 'social',
  hashtags: true,
  prefills: 'text',
  limit: 280,
  limitOf: 'text',
  length: weightedLength,
  window: ({ words, url, hashtags }) =>
    address('https://x.com/intent/tweet', {
      text: words,
      url,
      hashtags: hashtags.map((tag) => tag.slice(1)).join(','),
    }),
};
