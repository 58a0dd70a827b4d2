/** What changed between two versions of a guideline, in words a communications team uses. */
import type { Guideline } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { conditionLists, same } from './guideline.ts';
import { isRecord, strings } from './texts.ts';

type Words = Catalogue['changes'];

export function describeChange(before: Guideline, after: Guideline, words: Words): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys
    .filter((key) => key !== 'id' && !same(before[key], after[key]))
    .flatMap((key) => describeKey(key, before[key], after[key], words));
}

function describeKey(key: string, before: unknown, after: unknown, words: Words): string[] {
  if (key === 'severity') {
    return [words.severity(severityWord(before, words), severityWord(after, words))];
  }
  const name = words.names[key as keyof Words['names']] ?? `«${key}»`;
  if (key === 'applies') return describeApplies(before, after, words);
  if (key === 'examples') return describeExamples(before, after, words);
  if (Array.isArray(before ?? []) && Array.isArray(after ?? []))
    return describeList(name, before, after, words);
  if (key === 'swap' || key === 'swapPatterns') return describeSwap(name, before, after, words);
  if (before === undefined) return [words.added(name, brief(after))];
  if (after === undefined) return [words.removed(name)];
  if (typeof before === 'object' || typeof after === 'object') return [words.reworded(name)];
  return [words.replaced(name, brief(before), brief(after))];
}

const severityWord = (value: unknown, words: Words) =>
  words.severities[(value ?? 'warning') as keyof Words['severities']] ?? String(value);

function describeList(name: string, before: unknown, after: unknown, words: Words): string[] {
  const [old, now] = [strings(before), strings(after)];
  const added = now.filter((v) => !old.includes(v));
  const gone = old.filter((v) => !now.includes(v));
  if (added.length + gone.length === 0) return [words.reordered(name)];
  return [
    ...(added.length > 0 ? [words.listAdded(name, quoted(added, words))] : []),
    ...(gone.length > 0 ? [words.listRemoved(name, quoted(gone, words))] : []),
  ];
}

function describeSwap(name: string, before: unknown, after: unknown, words: Words): string[] {
  const pairs = (value: unknown) =>
    isRecord(value) ? Object.entries(value).map(([from, to]) => `${from} → ${[to].flat().join(', ')}`) : [];
  return describeList(name, pairs(before), pairs(after), words);
}

function describeApplies(before: unknown, after: unknown, words: Words): string[] {
  const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
  const keys = [...conditionLists, 'from', 'until', 'periods'].filter((key) => !same(old[key], now[key]));
  return keys.map((key) => {
    const name = words.conditions[key as keyof Words['conditions']];
    if (now[key] === undefined) return words.removed(name);
    return words.conditionNow(
      name,
      Array.isArray(now[key]) ? now[key].map(brief).join(', ') : brief(now[key]),
    );
  });
}

function describeExamples(before: unknown, after: unknown, words: Words): string[] {
  const count = (value: unknown, key: string) => strings(isRecord(value) ? value[key] : undefined).length;
  const total = (value: unknown) => count(value, 'violates') + count(value, 'complies');
  return [words.examples(total(before), total(after))];
}

const shown = 3;

function quoted(values: string[], words: Words): string {
  const first = values.slice(0, shown).map((v) => words.quote(v));
  const more = values.length - shown;
  return more > 0 ? `${first.join(', ')} ${words.more(more)}` : first.join(', ');
}

function brief(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
