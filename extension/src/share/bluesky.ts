import { graphemeLength } from './count.ts';
import { textOfMessage } from './message.ts';
import { address, type Network } from './network.ts';

export const bluesky: Network = {
  id: 'bluesky',
  name: 'Bluesky',
  network: 'bluesky',
  medium: 'social',
  hashtags: true,
  prefills: 'text',
  limit: 300,
  limitOf: 'text',
  length: graphemeLength,
  window: (message) => address('https://bsky.app/intent/compose', { text: textOfMessage(message) }),
};
