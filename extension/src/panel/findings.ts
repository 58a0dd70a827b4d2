import type { Finding, Fix } from '@herold/core';
import { type Change, shiftSpan } from '../editor/shift.ts';
import { type InterfaceLanguage, SEVERITIES, SEVERITY_WORDS, type Severity } from '../look/severity.ts';
import type { Words } from '../words/index.ts';

/** A finding with a name that stays the same while the text around it changes. */
export interface ShownFinding extends Finding {
  key: string;
  lesson?: string;
}

/** In reading order, as the core sorts them; the n-th equal one gets the n-th key. */
export function shownFindings(findings: readonly Finding[]): ShownFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.guideline} ${finding.match}`;
    const ordinal = seen.get(name) ?? 0;
    seen.set(name, ordinal + 1);
    return { ...finding, key: `${name} ${ordinal}` };
  });
}

/** What is left of the findings, and of their fixes, after a change of their text, until they are found anew. */
export function shiftFindings(findings: readonly Finding[], change: Change): Finding[] {
  return findings.flatMap((finding) => {
    const range = shiftSpan(finding.range, change);
    const fixes = (finding.fixes ?? []).flatMap((fix) => shiftFix(fix, change) ?? []);
    return range ? [{ ...finding, range, fixes }] : [];
  });
}

/** Undefined where the change touches what it would replace. */
function shiftFix(fix: Fix, change: Change): Fix | undefined {
  const edits = fix.edits.flatMap((edit) => {
    const range = shiftSpan(edit.range, change);
    return range ? [{ ...edit, range }] : [];
  });
  return edits.length === fix.edits.length ? { ...fix, edits } : undefined;
}

/** How many of the worst severity there are, and how many others; undefined when there are none. */
export function summary(
  findings: readonly Finding[],
): { worst: Severity; count: number; others: number } | undefined {
  const worst = SEVERITIES.findLast((severity) => findings.some((finding) => finding.severity === severity));
  if (!worst) return undefined;
  const count = findings.filter(({ severity }) => severity === worst).length;
  return { worst, count, others: findings.length - count };
}

/** The same in words; empty: there are none. */
export function summaryLine(
  findings: readonly Finding[],
  words: Words['state'],
  language: InterfaceLanguage,
): string {
  const found = summary(findings);
  if (!found) return '';
  const first = words.findings(SEVERITY_WORDS[language][found.worst], found.count);
  return found.others > 0 ? `${first}, ${words.more(found.others)}` : first;
}

export interface Piece {
  text: string;
  finding?: ShownFinding;
}

/** The text cut where findings begin and end, for the layer that paints; of overlapping ones the worst shows. */
export function piecesOf(text: string, findings: readonly ShownFinding[]): Piece[] {
  const visible = findings.filter(({ range }) => range.end > range.start && range.end <= text.length);
  const cuts = new Set([0, text.length, ...visible.flatMap(({ range }) => [range.start, range.end])]);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] as number;
    const finding = worstAt(visible, start);
    return { text: text.slice(start, end), ...(finding ? { finding } : {}) };
  });
}

function worstAt(findings: readonly ShownFinding[], position: number): ShownFinding | undefined {
  return findings
    .filter(({ range }) => range.start <= position && position < range.end)
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))[0];
}
