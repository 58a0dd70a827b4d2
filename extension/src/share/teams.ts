import { utf16Length } from './count.ts';
import { wordsApart } from './message.ts';
import { messenger } from './messenger.ts';
import { address, type Network } from './network.ts';

/** Opens with a link only, of which it shows a preview; of `msgText` it takes 200 characters, as documented. */
export const teams: Network = {
  ...messenger(
    'teams',
    'Microsoft Teams',
    (message) =>
      message.link &&
      address('https://teams.microsoft.com/share', {
        href: message.link,
        msgText: wordsApart(message),
        preview: 'true',
      }),
  ),
  limit: 200,
  limitOf: 'window',
  counted: wordsApart,
  length: utf16Length,
};
