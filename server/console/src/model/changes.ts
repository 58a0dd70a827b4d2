/** What changed between two versions of a guideline, in words a communications team uses. */
import { beginning } from '../../../../extension/src/look/title.ts';
import type { Guideline } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { formatTime } from './dates.ts';
import { same } from './same.ts';
import { isRecord, strings, withoutPlaceholders } from './texts.ts';

type Words = Catalogue['changes'];
type Json = Record<string, unknown>;

/** `language`: the reader's, for dates. */
export function describeChange(
  before: Guideline,
  after: Guideline,
  t: Catalogue,
  language: string,
): string[] {
  return changedKeys(before, after)
    .filter((key) => key !== 'id')
    .flatMap((key) =>
      key === 'applies'
        ? describeApplies(record(before.applies), record(after.applies), t, language)
        : describeKey(key, before[key], after[key], t.changes),
    );
}

function describeKey(key: string, before: unknown, after: unknown, words: Words): string[] {
  const name = words.names[key as keyof Words['names']] ?? words.quote(key);
  if (key === 'severity') return [words.severity(severity(before, words), severity(after, words))];
  if (key === 'examples') return [words.examples(exampleCount(before), exampleCount(after))];
  if (texts.includes(key)) return describeTexts(name, before, after, words);
  if (key === 'if' || key === 'then') return describeMatcher(name, record(before), record(after), words);
  if (key === 'swap' || key === 'swapPatterns') return describeList(name, pairs(before), pairs(after), words);
  if (isList(before) && isList(after)) return describeList(name, strings(before), strings(after), words);
  return describeValue(name, before, after, words);
}

const texts = ['message', 'why', 'lesson', 'source'];

/** Language by language; a plain string has none to name. */
function describeTexts(name: string, before: unknown, after: unknown, words: Words): string[] {
  const [old, now] = [byLanguage(before), byLanguage(after)];
  return changedKeys(old, now).flatMap((language) =>
    describeValue(language === '' ? name : `${name} (${language})`, old[language], now[language], words),
  );
}

const byLanguage = (value: unknown): Json => (typeof value === 'string' ? { '': value } : record(value));

function describeMatcher(name: string, before: Json, after: Json, words: Words): string[] {
  return changedKeys(before, after).flatMap((key) => {
    const part = words.names[key as keyof Words['names']] ?? key;
    if (isList(before[key]) && isList(after[key])) {
      return describeList(`${name}, ${part}`, strings(before[key]), strings(after[key]), words);
    }
    return describeValue(`${name}, ${part}`, before[key], after[key], words);
  });
}

function describeApplies(before: Json, after: Json, t: Catalogue, language: string): string[] {
  const words = t.changes;
  return changedKeys(before, after).map((key) => {
    const name = words.conditions[key as keyof Words['conditions']] ?? words.quote(key);
    const value = after[key];
    return value === undefined
      ? words.removed(name)
      : words.conditionNow(name, conditionText(key, value, t, language));
  });
}

function conditionText(key: string, value: unknown, t: Catalogue, language: string): string {
  const time = (at: unknown) => (typeof at === 'string' ? formatTime(at, language) : undefined);
  if (key === 'from' || key === 'until') return time(value) ?? brief(value);
  if (!Array.isArray(value)) return brief(value);
  if (key !== 'periods') return value.map(brief).join(', ');
  return value
    .map((period) => t.content.period(time(record(period).from), time(record(period).until)))
    .join('; ');
}

function describeList(name: string, before: string[], after: string[], words: Words): string[] {
  const added = after.filter((value) => !before.includes(value));
  const gone = before.filter((value) => !after.includes(value));
  if (added.length + gone.length === 0) return [words.reordered(name)];
  return [
    ...(added.length > 0 ? [words.listAdded(name, quoted(added, words))] : []),
    ...(gone.length > 0 ? [words.listRemoved(name, quoted(gone, words))] : []),
  ];
}

function describeValue(name: string, before: unknown, after: unknown, words: Words): string[] {
  if (after === undefined) return [words.removed(name)];
  if (isRecord(before) || isRecord(after) || typeof after === 'boolean') return [words.reworded(name)];
  if (before === undefined) return [words.added(name, words.quote(brief(after)))];
  return [words.replaced(name, words.quote(brief(before)), words.quote(brief(after)))];
}

/** Keys whose values differ; a missing list and an empty one are the same. */
function changedKeys(before: Json, after: Json): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isNothing = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return keys.filter(
    (key) => !same(before[key], after[key]) && !(isNothing(before[key]) && isNothing(after[key])),
  );
}

const severity = (value: unknown, words: Words) =>
  words.severities[(value ?? 'warning') as keyof Words['severities']] ?? String(value);

const pairs = (value: unknown) =>
  Object.entries(record(value)).map(([from, to]) => `${from} → ${[to].flat().join(', ')}`);

function exampleCount(value: unknown): number {
  const { violates, complies } = record(value);
  return strings(violates).length + strings(complies).length;
}

const shown = 3;

function quoted(values: string[], words: Words): string {
  const first = values.slice(0, shown).map((value) => words.quote(brief(value)));
  const more = values.length - shown;
  return more > 0 ? `${first.join(', ')} ${words.more(more)}` : first.join(', ');
}

const longest = 120; // UTF-16 units

function brief(value: unknown): string {
  const text = typeof value === 'string' ? withoutPlaceholders(value) : JSON.stringify(value);
  return text.length > longest ? `${beginning(text, longest - 1)}…` : text;
}

const record = (value: unknown): Json => (isRecord(value) ? value : {});
const isList = (value: unknown) => value === undefined || Array.isArray(value);
