import { graphemeLength } from './count.ts';
import type { Network, NetworkName } from './network.ts';

/** A network for messages: hashtags lead nowhere there, and no limit matters. */
export function messenger(id: NetworkName, name: string, window: Network['window']): Network {
  return {
    id,
    name,
    network: id,
    medium: 'messenger',
    hashtags: false,
    prefills: 'text',
    limit: null,
    limitOf: 'text',
    length: graphemeLength,
    window,
  };
}
