/** What changed between two versions of a guideline, in words a communications team uses. */
import type { Guideline } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { formatTime } from './dates.ts';
import { brief, changedKeys, describeList, describeValue, isList, type Json, record } from './differences.ts';
import { strings } from './texts.ts';

type Words = Catalogue['changes'];

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

const severity = (value: unknown, words: Words) =>
  words.severities[(value ?? 'warning') as keyof Words['severities']] ?? String(value);

const pairs = (value: unknown) =>
  Object.entries(record(value)).map(([from, to]) => `${from} → ${[to].flat().join(', ')}`);

function exampleCount(value: unknown): number {
  const { violates, complies } = record(value);
  return strings(violates).length + strings(complies).length;
}
