import { graphemeLength } from './count.ts';
import { address, type Network } from './network.ts';

/** Takes no text. */
export const xing: Network = {
  id: 'xing',
  name: 'XING',
  network: 'xing',
  medium: 'social',
  hashtags: true,
  prefills: 'link',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: ({ link }) => link && address('https://www.xing.com/spi/shares/new', { url: link }),
};
