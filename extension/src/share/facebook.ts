import { graphemeLength } from './count.ts';
import { address, type Network } from './network.ts';

/** Takes no text: its terms forbid prefilling. */
export const facebook: Network = {
  id: 'facebook',
  name: 'Facebook',
  network: 'facebook',
  medium: 'social',
  hashtags: true,
  prefills: 'link',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: ({ link }) => link && address('https://www.facebook.com/sharer/sharer.php', { u: link }),
};
