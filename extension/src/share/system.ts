import { graphemeLength } from './count.ts';
import type { Network } from './network.ts';

/** The system's share sheet, for whatever apps the person has. Opened by `navigator.share`, not by an address. */
export const system: Network = {
  id: 'system',
  name: null,
  network: null,
  medium: 'share',
  hashtags: true,
  prefills: 'text',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: () => null,
};
