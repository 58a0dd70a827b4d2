/** Rows of short names with a label in each language: topics, roles, groups. */
import type { FieldProblem } from '../api/client.ts';
import type { Named } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';

const isBlank = ({ label }: Named) => Object.values(label).every((text) => text.trim() === '');

/** Without rows that nobody filled in, and without empty languages. */
export const filledRows = (rows: Named[]): Named[] =>
  rows
    .filter((row) => !isBlank(row) || row.id !== '')
    .map(({ id, label }) => ({
      id,
      label: Object.fromEntries(Object.entries(label).filter(([, text]) => text.trim() !== '')),
    }));

/** What stands in the way of saving them, each at `${at}/${index of the row}`. */
export function labelGaps(rows: Named[], at: string, { labels: t }: Catalogue): FieldProblem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const message = faultOf(row, seen, t);
    seen.add(row.id);
    return message ? [{ pointer: `${at}/${index}`, message }] : [];
  });
}

function faultOf(row: Named, seen: Set<string>, t: Catalogue['labels']): string | null {
  if (isBlank(row)) return row.id === '' ? null : t.missing;
  if (row.id === '') return t.noId;
  return seen.has(row.id) ? t.twice(row.id) : null;
}
