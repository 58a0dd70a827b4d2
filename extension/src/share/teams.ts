import { wordsApart } from './message.ts';
import { messenger } from './messenger.ts';
import { address } from './network.ts';

/** Opens with a link only, of which it shows a preview. */
export const teams = messenger(
  'teams',
  'Microsoft Teams',
  (message) =>
    message.link &&
    address('https://teams.microsoft.com/share', {
      href: message.link,
      msgText: wordsApart(message),
      preview: 'true',
    }),
);
