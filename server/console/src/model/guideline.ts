/**
 * A guideline as a form, and back. The JSON is the truth: `write(original, read(original))` is `original`, and a
 * field that a person changes changes its key alone. Keys and values that no field shows are carried along.
 */
import type { Guideline, Severity } from '../api/types.ts';
import { dropForeignKeys, ordered } from './guideline-keys.ts';
import type { FormKind } from './guideline-kinds.ts';
import {
  type AppliesForm,
  conditionLists,
  type InsertForm,
  listOrOne,
  type MatcherForm,
  nested,
  number,
  readInsert,
  readMatcher,
  readSwap,
  type SwapRow,
  set,
  text,
  writeApplies,
  writeInsert,
  writeMatcher,
  writeSwap,
} from './guideline-parts.ts';
import { same } from './same.ts';
import { isRecord, readTexts, strings, writeTexts } from './texts.ts';

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

const prose = ['message', 'why', 'lesson', 'source'] as const;

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

function writeRemedy(out: Record<string, unknown>, form: GuidelineForm): void {
  set(out, 'remove', form.remedy === 'remove' ? true : undefined);
  set(out, 'replace', form.remedy === 'replace' ? form.replace : undefined);
}

function writeExamples(out: Record<string, unknown>, form: GuidelineForm): void {
  const before = isRecord(out.examples) ? out.examples : {};
  out.examples = { ...before, violates: form.violates, complies: form.complies };
}
