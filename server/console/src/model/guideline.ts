/**
 * A guideline as a form, and back. The JSON is the truth: `write(original, read(original))` is `original`, and a
 * field that a person changes changes its key alone. Keys and values that no field shows are carried along.
 */
import type { Guideline, Severity } from '../api/types.ts';
import { same } from './same.ts';
import { isRecord, readTexts, strings, writeTexts } from './texts.ts';

export const formKinds = [
  'existence',
  'substitution',
  'capitalization',
  'occurrence',
  'conditional',
  'sequence',
  'repetition',
  'consistency',
  'metric',
  'link',
  'similarity',
] as const;
export type FormKind = (typeof formKinds)[number];
export const detectors = [
  'email',
  'phone',
  'iban',
  'credit-card',
  'ahv',
  'ip-address',
  'secret-token',
  'url',
  'url-shortener',
  'hashtag',
  'mention',
  'emoji',
  'money',
  'percentage',
  'styled-letters',
] as const;
export const metrics = [
  'readability',
  'lix',
  'sentence-length',
  'capitals',
  'automated-readability',
  'coleman-liau',
  'flesch-kincaid',
  'gunning-fog',
  'smog',
] as const;
export const counts = [
  'hashtags',
  'mentions',
  'links',
  'emojis',
  'words',
  'characters',
  'sentences',
  'paragraphs',
  'exclamations',
] as const;
export const scopes = ['draft', 'sentence', 'paragraph', 'opening'] as const;
export const places = ['anywhere', 'before', 'after', 'opening', 'same-sentence', 'same-text'] as const;

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

export interface GuidelineForm {
  id: string;
  kind: string;
  severity: Severity;
  message: Record<string, string>;
  why: Record<string, string>;
  lesson: Record<string, string>;
  source: Record<string, string>;
  link: string;
  applies: AppliesForm;
  matcher: MatcherForm;
  remedy: 'none' | 'replace' | 'remove';
  replace: string[];
  swap: SwapRow[];
  swapPatterns: SwapRow[];
  subject: string;
  min: number | null;
  max: number | null;
  scope: string;
  insert: InsertForm;
  condition: MatcherForm;
  consequence: MatcherForm;
  where: string;
  first: MatcherForm;
  second: MatcherForm;
  within: number | null;
  either: SwapRow[];
  metric: string;
  minWords: number | null;
  allowDomains: string[];
  denyDomains: string[];
  https: boolean;
  utm: boolean;
  violates: string[];
  complies: string[];
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
const prose = ['message', 'why', 'lesson', 'source'] as const;

export const hasForm = (kind: string): kind is FormKind => (formKinds as readonly string[]).includes(kind);

export function newGuideline(id: string, kind: FormKind): Guideline {
  return { id, kind, severity: 'warning', message: {}, examples: { violates: [], complies: [] } };
}

export function read(guideline: Guideline, defaultLanguage: string): GuidelineForm {
  const g = guideline;
  const applies = isRecord(g.applies) ? g.applies : {};
  const examples = isRecord(g.examples) ? g.examples : {};
  const lists = Object.fromEntries(conditionLists.map((key) => [key, strings(applies[key])]));
  return {
    id: text(g.id),
    kind: text(g.kind),
    severity: (text(g.severity) || 'warning') as Severity,
    message: readTexts(g.message, defaultLanguage),
    why: readTexts(g.why, defaultLanguage),
    lesson: readTexts(g.lesson, defaultLanguage),
    source: readTexts(g.source, defaultLanguage),
    link: text(g.link),
    applies: { ...lists, from: text(applies.from), until: text(applies.until) } as AppliesForm,
    matcher: readMatcher(g),
    remedy: g.remove === true ? 'remove' : g.replace === undefined ? 'none' : 'replace',
    replace: listOrOne(g.replace),
    swap: readSwap(g.swap),
    swapPatterns: readSwap(g.swapPatterns),
    subject: text(g.count) || 'matcher',
    min: number(g.min),
    max: number(g.max),
    scope: text(g.scope) || 'draft',
    insert: readInsert(g.insert, defaultLanguage),
    condition: readMatcher(g.if),
    consequence: readMatcher(g.then),
    where: text(g.where) || 'anywhere',
    first: readMatcher(g.first),
    second: readMatcher(g.second),
    within: number(g.within),
    either: readSwap(g.either),
    metric: text(g.metric),
    minWords: number(g.minWords),
    allowDomains: strings(g.allowDomains),
    denyDomains: strings(g.denyDomains),
    https: g.https === true,
    utm: g.utm === true,
    violates: strings(examples.violates),
    complies: strings(examples.complies),
  };
}

/** `original` with every key changed that `form` says differently from what `original` reads as. */
export function write(original: Guideline, form: GuidelineForm, defaultLanguage: string): Guideline {
  const before = read(original, defaultLanguage);
  const out: Record<string, unknown> = { ...original };
  const put = <K extends keyof GuidelineForm>(
    field: K,
    key: string,
    value: (v: GuidelineForm[K]) => unknown,
  ) => {
    if (!same(form[field], before[field])) set(out, key, value(form[field]));
  };

  put('id', 'id', (v) => v);
  put('kind', 'kind', (v) => v);
  put('severity', 'severity', (v) => v);
  for (const key of prose) put(key, key, (v) => writeTexts(v, original[key], defaultLanguage));
  if (out.message === undefined) out.message = {};
  put('link', 'link', (v) => v || undefined);
  put('applies', 'applies', (v) => writeApplies(v, before.applies, original.applies));
  if (!same(form.matcher, before.matcher)) writeMatcher(out, form.matcher, before.matcher);
  if (form.remedy !== before.remedy || !same(form.replace, before.replace)) writeRemedy(out, form);
  put('swap', 'swap', (v) => writeSwap(v));
  put('swapPatterns', 'swapPatterns', (v) => writeSwap(v));
  put('subject', 'count', (v) => (v === 'matcher' ? undefined : v));
  put('min', 'min', (v) => v ?? undefined);
  put('max', 'max', (v) => v ?? undefined);
  put('scope', 'scope', (v) => (v === 'draft' ? undefined : v));
  put('insert', 'insert', (v) => writeInsert(v, original.insert, defaultLanguage));
  put('condition', 'if', (v) => nested(original.if, v, before.condition));
  put('consequence', 'then', (v) => nested(original.then, v, before.consequence));
  put('where', 'where', (v) => (v === 'anywhere' ? undefined : v));
  put('first', 'first', (v) => nested(original.first, v, before.first));
  put('second', 'second', (v) => nested(original.second, v, before.second));
  put('within', 'within', (v) => v ?? undefined);
  put('either', 'either', (v) => writeSwap(v));
  put('metric', 'metric', (v) => v || undefined);
  put('minWords', 'minWords', (v) => v ?? undefined);
  for (const key of ['allowDomains', 'denyDomains'] as const)
    put(key, key, (v) => (v.length > 0 ? v : undefined));
  for (const key of ['https', 'utm'] as const) put(key, key, (v) => v || undefined);
  if (!same(form.violates, before.violates) || !same(form.complies, before.complies))
    writeExamples(out, form);
  if (form.kind !== before.kind) dropForeignKeys(out, form.kind);
  return ordered(out);
}

const matcherKeys = ['terms', 'patterns', 'detect', 'match', 'except'];
const kindKeys: Record<FormKind, string[]> = {
  existence: [...matcherKeys, 'replace', 'remove', 'secret'],
  substitution: ['swap', 'swapPatterns', 'match', 'except'],
  capitalization: ['terms'],
  occurrence: [...matcherKeys, 'count', 'min', 'max', 'scope', 'insert'],
  conditional: ['if', 'then', 'where', 'insert'],
  sequence: ['first', 'second', 'within'],
  repetition: ['except'],
  consistency: ['either'],
  metric: ['metric', 'min', 'max', 'minWords'],
  link: ['allowDomains', 'denyDomains', 'https', 'utm'],
  similarity: ['max'],
};
const ownedKeys = [...new Set(Object.values(kindKeys).flat())];

/** A guideline that became another kind leaves behind what only its old kind understood. */
function dropForeignKeys(out: Record<string, unknown>, kind: string): void {
  if (!hasForm(kind)) return;
  for (const key of ownedKeys) if (!kindKeys[kind].includes(key)) delete out[key];
}

const order = [
  'id',
  'kind',
  'severity',
  'message',
  'why',
  'lesson',
  'source',
  'link',
  'applies',
  'terms',
  'patterns',
  'detect',
  'swap',
  'swapPatterns',
  'count',
  'min',
  'max',
  'scope',
  'if',
  'then',
  'where',
  'first',
  'second',
  'within',
  'either',
  'metric',
  'minWords',
  'allowDomains',
  'denyDomains',
  'https',
  'utm',
  'insert',
  'match',
  'except',
  'replace',
  'remove',
];

/** Keys in the order in which a person explains a guideline; unknown ones behind, examples last. */
export function ordered(guideline: Record<string, unknown>): Guideline {
  const rank = (key: string) => {
    if (key === 'examples') return order.length + 1;
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  const entries = Object.entries(guideline).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries) as Guideline;
}

function readMatcher(value: unknown): MatcherForm {
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

function writeMatcher(target: Record<string, unknown>, form: MatcherForm, before: MatcherForm): void {
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

function nested(original: unknown, form: MatcherForm, before: MatcherForm): unknown {
  const out: Record<string, unknown> = isRecord(original) ? { ...original } : {};
  writeMatcher(out, form, before);
  return Object.keys(out).length > 0 ? out : undefined;
}

function writeRemedy(out: Record<string, unknown>, form: GuidelineForm): void {
  set(out, 'remove', form.remedy === 'remove' ? true : undefined);
  set(out, 'replace', form.remedy === 'replace' ? form.replace : undefined);
}

function readSwap(value: unknown): SwapRow[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([from, to]) => ({ from, to: listOrOne(to) }));
}

function writeSwap(rows: SwapRow[]): Record<string, string | string[]> | undefined {
  const filled = rows.filter((row) => row.from !== '');
  if (filled.length === 0) return undefined;
  return Object.fromEntries(
    filled.map(({ from, to }) => [from, to.length === 1 && to[0] !== undefined ? to[0] : to]),
  );
}

function readInsert(value: unknown, defaultLanguage: string): InsertForm {
  const insert = isRecord(value) ? value : {};
  return { text: readTexts(insert.text, defaultLanguage), at: insert.at === 'start' ? 'start' : 'end' };
}

function writeInsert(form: InsertForm, original: unknown, defaultLanguage: string): unknown {
  const before = isRecord(original) ? original : {};
  const inserted = writeTexts(form.text, before.text, defaultLanguage);
  return inserted === undefined ? undefined : { ...before, text: inserted, at: form.at };
}

function writeApplies(form: AppliesForm, before: AppliesForm, original: unknown): unknown {
  const out: Record<string, unknown> = isRecord(original) ? { ...original } : {};
  for (const key of conditionLists) {
    if (!same(form[key], before[key])) set(out, key, form[key].length > 0 ? form[key] : undefined);
  }
  for (const key of ['from', 'until'] as const) {
    if (form[key] !== before[key]) set(out, key, form[key] || undefined);
  }
  return Object.keys(out).length > 0 ? out : undefined;
}

function writeExamples(out: Record<string, unknown>, form: GuidelineForm): void {
  const before = isRecord(out.examples) ? out.examples : {};
  out.examples = { ...before, violates: form.violates, complies: form.complies };
}

function set(target: Record<string, unknown>, key: string, value: unknown): void {
  if (value === undefined) delete target[key];
  else target[key] = value;
}

function listOrOne(value: unknown): string[] {
  return typeof value === 'string' ? [value] : strings(value);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const number = (value: unknown) => (typeof value === 'number' ? value : null);
