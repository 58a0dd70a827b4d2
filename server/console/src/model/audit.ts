/** The audit log: what of it is looked at, and the same as a table for spreadsheets. */
import { organisation } from '../api/resources.ts';
import type { AuditEntry, AuditQuery } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { csv } from './csv.ts';
import { subjectText } from './publications.ts';

/** As the form holds it; '' is no condition. Days are those of the reader's calendar, both inclusive. */
export interface AuditView {
  actor: string;
  action: string;
  subject: string;
  from: string;
  to: string;
}

export const wholeLog: AuditView = { actor: '', action: '', subject: '', from: '', to: '' };

export function recallAudit(address: URLSearchParams): AuditView {
  const keys = Object.keys(wholeLog) as (keyof AuditView)[];
  return Object.fromEntries(keys.map((key) => [key, address.get(key) ?? ''])) as unknown as AuditView;
}

export function auditQuery({ actor, action, subject, from, to }: AuditView): AuditQuery {
  const query = {
    actor,
    action,
    subject: subject.trim(),
    from: startOf(from, 0),
    until: startOf(to, 1),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')) as AuditQuery;
}

/** Of the day that many after `day`, in the reader's zone; '' for what is no day. */
function startOf(day: string, after: number): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return '';
  const time = new Date(`${day}T00:00`);
  if (Number.isNaN(time.getTime())) return '';
  time.setDate(time.getDate() + after);
  return time.toISOString().replace('.000', '');
}

/** "content.save" → "content". */
export const areaOf = (action: string): string => action.split('.')[0] ?? action;

/** The deeds that have a name, by what they are done to, in the catalogue's order. */
export function deeds(actions: Record<string, string>): [area: string, actions: string[]][] {
  const areas = new Map<string, string[]>();
  for (const action of Object.keys(actions)) {
    const area = areaOf(action);
    areas.set(area, [...(areas.get(area) ?? []), action]);
  }
  return [...areas];
}

const page = 1000; // entries of an answer, at most
export const mostExported = 100_000;

/** Newest first; `progress` hears how many there are already. */
export async function everyEntry(
  query: AuditQuery,
  progress: (n: number) => void = () => {},
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  while (entries.length < mostExported) {
    const next = await organisation.audit(query, page, entries.at(-1)?.id);
    entries.push(...next);
    progress(entries.length);
    if (next.length < page) break;
  }
  return entries;
}

/** `zone`: of the times. */
export function auditTable(entries: AuditEntry[], t: Catalogue, language: string, zone: string): string {
  const { when, actor, action, subject, code, actions } = t.settings;
  const head = ['#', `${when} (${zone})`, actor, action, code, subject];
  const rows = entries.map((entry) => [
    entry.id,
    stamp(entry.at, zone),
    entry.actor,
    actions[entry.action as keyof typeof actions] ?? entry.action,
    entry.action,
    subjectText(entry, t),
  ]);
  return csv([head, ...rows], language);
}

/** "2026-11-24 08:00:00", which spreadsheets read as a time whatever their language. */
const stamp = (rfc3339: string, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    new Date(rfc3339),
  );
