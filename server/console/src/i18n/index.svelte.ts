/** The reader's language: the browser's first, until the person chooses. `i18n.t` is the catalogue. */
import { isSwiss, swiss } from '../../../../extension/src/look/swiss.ts';
import { keepText } from '../kept-text.ts';
import { de } from './de.ts';
import { en } from './en.ts';

export type Catalogue = typeof de;
export type Language = 'de' | 'en';

const key = 'herold.language';
const catalogues: Record<Language, Catalogue> = { de: isSwiss ? swiss(de) : de, en };

function preferred(): Language {
  const kept = localStorage.getItem(key);
  if (kept === 'de' || kept === 'en') return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'de' || tag === 'en');
  return (known as Language | undefined) ?? 'de';
}

class I18n {
  language = $state<Language>(preferred());
  t = $derived(catalogues[this.language]);

  choose(language: Language): void {
    this.language = language;
    keepText(localStorage, key, language);
  }
}

export const i18n = new I18n();
