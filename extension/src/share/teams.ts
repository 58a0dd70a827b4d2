import { graphemeLength } from './count.ts';
import { wordsApart } from './message.ts';
import { address, type Network } from './network.ts';

/** Opens with a link only, of which it shows a preview. */
export const teams: Network = {
  id: 'teams',
  name: 'Microsoft Teams',
  network: 'teams',
  medium: 'messenger',
  hashtags: false,
  prefills: 'text',
  limit: null,
  limitOf: 'text',
  length: graphemeLength,
  window: (message) =>
    message.link &&
    address('https://teams.microsoft.com/share', {
      href: message.link,
      msgText: wordsApart(message),
      preview: 'true',
    }),
};
