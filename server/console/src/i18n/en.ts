/** The console's English texts, written in English rather than translated word by word. */

import { feeds } from './en/feeds.ts';
import { guidelines } from './en/guidelines.ts';
import { library } from './en/library.ts';
import { people } from './en/people.ts';
import { publishing } from './en/publishing.ts';
import { shell } from './en/shell.ts';
import type { Catalogue } from './index.svelte.ts';

export const en: Catalogue = {
  ...shell,
  ...guidelines,
  ...library,
  ...publishing,
  ...people,
  ...feeds,
  // The core and the server say what is wrong as a part of a sentence.
  problem: (message) =>
    message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? '' : '.'),
};
