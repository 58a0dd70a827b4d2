/** Searching, filtering and sorting the table of guidelines. */
import type { GuidelineRow, GuidelineState, Severity } from '../api/types.ts';
import { type Place, recallPlace, rememberPlace } from './place.ts';
import { textFor } from './texts.ts';

export interface View {
  query: string;
  severity: Severity | '';
  state: GuidelineState | '';
  kind: string;
  sort: SortKey;
  descending: boolean;
}
export const sortKeys = ['id', 'message', 'kind', 'severity', 'state', 'updatedAt'] as const;
export type SortKey = (typeof sortKeys)[number];

const severityRank: Record<Severity, number> = { error: 0, warning: 1, suggestion: 2 };
const stateRank: Record<GuidelineState, number> = { new: 0, changed: 1, removed: 2, published: 3 };

export function arrange(rows: GuidelineRow[], view: View, reader: string): GuidelineRow[] {
  const words = fold(view.query).split(/\s+/).filter(Boolean);
  const kept = rows.filter(
    (row) =>
      (view.severity === '' || row.severity === view.severity) &&
      (view.state === '' || row.state === view.state) &&
      (view.kind === '' || row.kind === view.kind) &&
      words.every((word) => haystack(row).includes(word)),
  );
  const direction = view.descending ? -1 : 1;
  return kept.sort((a, b) => direction * compare(a, b, view.sort, reader) || a.id.localeCompare(b.id));
}

function compare(a: GuidelineRow, b: GuidelineRow, key: SortKey, reader: string): number {
  if (key === 'severity') return severityRank[a.severity] - severityRank[b.severity];
  if (key === 'state') return stateRank[a.state] - stateRank[b.state];
  if (key === 'message') return textFor(a.message, reader).localeCompare(textFor(b.message, reader), reader);
  return a[key].localeCompare(b[key], reader);
}

const haystack = (row: GuidelineRow) =>
  fold([row.id, ...(typeof row.message === 'string' ? [row.message] : Object.values(row.message))].join(' '));

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const key = 'herold.guidelines.view';
const first: View = { query: '', severity: '', state: '', kind: '', sort: 'id', descending: false };

/** The view that the address asks for; without one, the last one in this tab, where it was left. */
export const recall = (query: URLSearchParams, storage: Storage): Place<View> =>
  recallPlace(key, first, query.size > 0 ? fromQuery(query) : null, storage);

export const remember = (storage: Storage, place: Place<View>): void => rememberPlace(key, place, storage);

function fromQuery(query: URLSearchParams): Partial<View> {
  const sort = sortKeys.find((k) => k === query.get('sort'));
  return {
    query: query.get('query') ?? '',
    severity: (query.get('severity') ?? '') as View['severity'],
    state: (query.get('state') ?? '') as View['state'],
    kind: query.get('kind') ?? '',
    descending: query.get('descending') === '1',
    ...(sort && { sort }),
  };
}
