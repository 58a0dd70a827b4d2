/** Parts of a guideline as forms, and back: what it looks for, pairs, a text to insert, and to whom it applies. */
import { same } from './same.ts';
import { isRecord, readTexts, strings, writeTexts } from './texts.ts';

export interface MatcherForm {
  terms: string[];
  patterns: string[];
  detect: string[];
  except: string[];
  exactCase: boolean;
  anyBoundary: boolean;
  inflect: boolean;
  compound: boolean;
}

export interface InsertForm {
  text: Record<string, string>;
  at: 'start' | 'end';
}

export interface SwapRow {
  from: string;
  to: string[];
}

export interface AppliesForm {
  languages: string[];
  notLanguages: string[];
  roles: string[];
  notRoles: string[];
  groups: string[];
  notGroups: string[];
  networks: string[];
  notNetworks: string[];
  from: string;
  until: string;
}

export const conditionLists = [
  'languages',
  'notLanguages',
  'roles',
  'notRoles',
  'groups',
  'notGroups',
  'networks',
  'notNetworks',
] as const;

export function readMatcher(value: unknown): MatcherForm {
  const m = isRecord(value) ? value : {};
  const match = isRecord(m.match) ? m.match : {};
  return {
    terms: strings(m.terms),
    patterns: strings(m.patterns),
    detect: strings(m.detect),
    except: strings(m.except),
    exactCase: match.case === 'exact',
    anyBoundary: match.boundary === 'none',
    inflect: match.inflect === true,
    compound: match.compound === true,
  };
}

export function writeMatcher(target: Record<string, unknown>, form: MatcherForm, before: MatcherForm): void {
  for (const key of ['terms', 'patterns', 'detect', 'except'] as const) {
    if (!same(form[key], before[key])) set(target, key, form[key].length > 0 ? form[key] : undefined);
  }
  const styles = ['exactCase', 'anyBoundary', 'inflect', 'compound'] as const;
  if (styles.every((style) => form[style] === before[style])) return;
  const match: Record<string, unknown> = isRecord(target.match) ? { ...target.match } : {};
  set(match, 'case', form.exactCase ? 'exact' : undefined);
  set(match, 'boundary', form.anyBoundary ? 'none' : undefined);
  set(match, 'inflect', form.inflect || undefined);
  set(match, 'compound', form.compound || undefined);
  set(target, 'match', Object.keys(match).length > 0 ? match : undefined);
}

export function nested(original: unknown, form: MatcherForm, before: MatcherForm): unknown {
  const out: Record<string, unknown> = isRecord(original) ? { ...original } : {};
  writeMatcher(out, form, before);
  return Object.keys(out).length > 0 ? out : undefined;
}

export function readSwap(value: unknown): SwapRow[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([from, to]) => ({ from, to: listOrOne(to) }));
}

/** Rows for the same word become one. */
export function writeSwap(rows: SwapRow[]): Record<string, string | string[]> | undefined {
  const filled = new Map<string, string[]>();
  for (const { from, to } of rows) if (from !== '') filled.set(from, [...(filled.get(from) ?? []), ...to]);
  if (filled.size === 0) return undefined;
  return Object.fromEntries(
    [...filled].map(([from, to]) => [from, to.length === 1 && to[0] !== undefined ? to[0] : to]),
  );
}

export function readInsert(value: unknown, defaultLanguage: string): InsertForm {
  const insert = isRecord(value) ? value : {};
  return { text: readTexts(insert.text, defaultLanguage), at: insert.at === 'start' ? 'start' : 'end' };
}

export function writeInsert(form: InsertForm, original: unknown, defaultLanguage: string): unknown {
  const before = isRecord(original) ? original : {};
  const inserted = writeTexts(form.text, before.text, defaultLanguage);
  return inserted === undefined ? undefined : { ...before, text: inserted, at: form.at };
}

export function writeApplies(form: AppliesForm, before: AppliesForm, original: unknown): unknown {
  const out: Record<string, unknown> = isRecord(original) ? { ...original } : {};
  for (const key of conditionLists) {
    if (!same(form[key], before[key])) set(out, key, form[key].length > 0 ? form[key] : undefined);
  }
  for (const key of ['from', 'until'] as const) {
    if (form[key] !== before[key]) set(out, key, form[key] || undefined);
  }
  return Object.keys(out).length > 0 ? out : undefined;
}

export function set(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

export function listOrOne(value: unknown): string[] {
  return typeof value === 'string' ? [value] : strings(value);
}

export const text = (value: unknown) => (typeof value === 'string' ? value : '');
export const number = (value: unknown) => (typeof value === 'number' ? value : null);
