import { graphemeLength } from './count.ts';
import type { Network } from './network.ts';

export const copy: Network = {
  id: 'copy',
  name: null,
  network: null,
  medium: 'share',
  hashtags: true,
  prefills: 'nothing',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: () => null,
};
