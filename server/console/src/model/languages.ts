/** Languages of texts: those that the catalogue names, and whatever else feeds and imports bring. */
import type { Catalogue } from '../i18n/index.svelte.ts';

export function languageName(tag: string, { form }: Catalogue, reader: string): string {
  const names: Record<string, string> = form.languageNames;
  return names[tag] ?? nameInFull(tag, reader);
}

function nameInFull(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // For private use, such as x-rumantsch.
  }
}

/** To choose from; one of `used` that the catalogue does not name is offered too, or a form could not show it. */
export function languageOptions(t: Catalogue, reader: string, used: string[]): [tag: string, name: string][] {
  const tags = new Set([...Object.keys(t.form.languageNames), ...used.filter(Boolean)]);
  return [...tags].map((tag) => [tag, languageName(tag, t, reader)]);
}
