/** Texts for people: a string, or a map from language tag to string (contract, section 2). */
import type { Texts } from '../api/types.ts';

/** The text for `reader`: their language, its base language, the default, anything there is. */
export function textFor(texts: Texts | undefined, reader: string, fallback = 'de'): string {
  if (texts === undefined) return '';
  if (typeof texts === 'string') return texts;
  const base = reader.split('-')[0] ?? reader;
  return texts[reader] ?? texts[base] ?? texts[fallback] ?? Object.values(texts)[0] ?? '';
}

/** One entry per language; a plain string is the default language's. */
export function readTexts(value: unknown, defaultLanguage: string): Record<string, string> {
  if (typeof value === 'string') return { [defaultLanguage]: value };
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((e): e is [string, string] => typeof e[1] === 'string'),
  );
}

/** The reverse: empty languages go; what came as a plain string stays one while it has one language only. */
export function writeTexts(
  texts: Record<string, string>,
  original: unknown,
  defaultLanguage: string,
): Texts | undefined {
  const filled = Object.entries(texts).filter(([, text]) => text !== '');
  if (filled.length === 0) return undefined;
  const only = texts[defaultLanguage];
  if (typeof original === 'string' && filled.length === 1 && only) return only;
  return Object.fromEntries(filled);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
}

/** A message for lists, where nothing was found that its placeholders could stand for. */
export const withoutPlaceholders = (message: string) =>
  message.replace(/\{(match|replacement|count|limit)\}/g, '…');
