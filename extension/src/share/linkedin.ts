import { utf16Length } from './count.ts';
import { textOfMessage } from './message.ts';
import { address, type Network } from './network.ts';

/** Undocumented, and for the desktop; the text is in the clipboard as well. */
export const linkedin: Network = {
  id: 'linkedin',
  name: 'LinkedIn',
  network: 'linkedin',
  medium: 'social',
  hashtags: true,
  prefills: 'text',
  limit: 3000,
  limitOf: 'text',
  length: utf16Length,
  window: (message) =>
    address('https://www.linkedin.com/feed/?shareActive=true', { text: textOfMessage(message) }),
};

/** The documented window: title and picture come from the page's OpenGraph data, text from the clipboard. */
export const linkedinLink: Network = {
  ...linkedin,
  id: 'linkedin-link',
  name: null,
  prefills: 'link',
  window: ({ link }) => link && address('https://www.linkedin.com/sharing/share-offsite/', { url: link }),
};
