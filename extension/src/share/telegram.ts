import { graphemeLength } from './count.ts';
import { wordsApart } from './message.ts';
import { address, type Network } from './network.ts';

/** Opens with a link only, which it puts before the text. */
export const telegram: Network = {
  id: 'telegram',
  name: 'Telegram',
  network: 'telegram',
  medium: 'messenger',
  hashtags: false,
  prefills: 'text',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: (message) =>
    message.link && address('https://t.me/share/url', { url: message.link, text: wordsApart(message) }),
};
