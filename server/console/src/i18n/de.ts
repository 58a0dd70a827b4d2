/** Die deutschen Texte der Konsole. `en.ts` hat dieselben Schlüssel; ein fehlender bricht den Bau. */
import { feeds } from './de/feeds.ts';
import { guidelines } from './de/guidelines.ts';
import { library } from './de/library.ts';
import { people } from './de/people.ts';
import { problem } from './de/problems.ts';
import { publishing } from './de/publishing.ts';
import { shell } from './de/shell.ts';

export const de = { ...shell, ...guidelines, ...library, ...publishing, ...people, ...feeds, problem };
