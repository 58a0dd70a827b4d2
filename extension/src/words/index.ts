// Words of the interface. `Words` is the type of the German catalogue: a key missing in another fails the build.
import type { LocalText } from '@herold/core';
import type { InterfaceLanguage } from '../look/severity.ts';
import { isSwiss, swiss } from '../look/swiss.ts';
import { de, type Words } from './de.ts';
import { en } from './en.ts';

export type { Words };

const CATALOGUES: Record<InterfaceLanguage, Words> = { de: isSwiss ? swiss(de) : de, en };

/** German for all that is German, English for the rest of the world. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  return /^de\b/i.test(tag) ? 'de' : 'en';
}

export function wordsOf(language: InterfaceLanguage): Words {
  return CATALOGUES[language];
}

/** The reader's language, else its base language, else any. */
export function localText(text: LocalText | null | undefined, language: string): string {
  if (text === null || text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? text[language.split('-')[0] as string] ?? Object.values(text)[0] ?? '';
}

/** The reader's own variant of the interface's language, so that dates look as they are used to. */
function localeOf(language: string): string {
  return navigator.languages.find((tag) => tag.startsWith(language)) ?? language;
}

export function longDate(iso: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(new Date(iso));
}

export function dateAndTime(iso: string, language: string): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

export function number(value: number, language: string): string {
  return new Intl.NumberFormat(localeOf(language)).format(value);
}

/** A language by its name, as the reader calls it. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // No language tag at all.
  }
}

/** Words written from right to left are kept apart, or they would draw commas and the next words to their side. */
export function list(entries: string[], language: string): string {
  const apart = entries.map((entry) => (RIGHT_TO_LEFT.test(entry) ? `\u2068${entry}\u2069` : entry));
  return new Intl.ListFormat(language).format(apart);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
