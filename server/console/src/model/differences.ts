/** How differences are said: of a value, of a list, in brief. */
import { beginning } from '../../../../extension/src/look/title.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { same } from './same.ts';
import { isRecord, withoutPlaceholders } from './texts.ts';

type Words = Catalogue['changes'];
export type Json = Record<string, unknown>;

export function describeList(name: string, before: string[], after: string[], words: Words): string[] {
  const added = after.filter((value) => !before.includes(value));
  const gone = before.filter((value) => !after.includes(value));
  if (added.length + gone.length === 0) return [words.reordered(name)];
  return [
    ...(added.length > 0 ? [words.listAdded(name, quoted(added, words))] : []),
    ...(gone.length > 0 ? [words.listRemoved(name, quoted(gone, words))] : []),
  ];
}

export function describeValue(name: string, before: unknown, after: unknown, words: Words): string[] {
  if (after === undefined) return [words.removed(name)];
  if (isRecord(before) || isRecord(after) || typeof after === 'boolean') return [words.reworded(name)];
  if (before === undefined) return [words.added(name, words.quote(brief(after)))];
  return [words.replaced(name, words.quote(brief(before)), words.quote(brief(after)))];
}

/** Keys whose values differ; a missing list and an empty one are the same. */
export function changedKeys(before: Json, after: Json): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isNothing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return keys.filter(
    (key) => !same(before[key], after[key]) && !(isNothing(before[key]) && isNothing(after[key])),
  );
}

const shown = 3;

export function quoted(values: string[], words: Words): string {
  const first = values.slice(0, shown).map((value) => words.quote(brief(value)));
  const more = values.length - shown;
  return more > 0 ? `${first.join(', ')} ${words.more(more)}` : first.join(', ');
}

const longest = 120; // UTF-16 units

export function brief(value: unknown): string {
  const text = typeof value === 'string' ? withoutPlaceholders(value) : JSON.stringify(value);
  return text.length > longest ? `${beginning(text, longest - 1)}…` : text;
}

export const record = (value: unknown): Json => (isRecord(value) ? value : {});
export const isList = (value: unknown) => value === undefined || Array.isArray(value);
