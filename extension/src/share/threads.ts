import { graphemeLength } from './count.ts';
import { address, type Network } from './network.ts';

/** A post there has one topic: the first hashtag. */
export const threads: Network = {
  id: 'threads',
  name: 'Threads',
  network: 'threads',
  medium: 'social',
  hashtags: true,
  prefills: 'text',
  limit: 500,
  limitOf: 'text',
  length: graphemeLength,
  window: ({ words, url, hashtags: [topic] }) =>
    address('https://www.threads.com/intent/post', { text: words, url, tag: topic?.slice(1) ?? null }),
};
