import { wordsApart } from './message.ts';
import { messenger } from './messenger.ts';
import { address } from './network.ts';

/** Opens with a link only, which it puts before the text. */
export const telegram = messenger(
  'telegram',
  'Telegram',
  (message) =>
    message.link && address('https://t.me/share/url', { url: message.link, text: wordsApart(message) }),
);
