/** Searching, reviewing and changing many content items. */
import type { ContentChanged, ContentEdit, ContentRecord, EditorialState } from '../api/types.ts';

export interface Filters {
  query: string;
  topic: string;
  /** '': all but the archive. */
  state: EditorialState | '';
  language: string;
  network: string;
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A published item that was removed stays in the list until the next publication; nothing can be done with it. */
export const isGone = ({ state, editorial }: ContentRecord) =>
  state === 'removed' && editorial.state === 'approved';

export function select(records: ContentRecord[], filters: Filters): ContentRecord[] {
  const words = fold(filters.query).split(/\s+/).filter(Boolean);
  return records.filter(
    (record) => fits(record, filters) && words.every((word) => haystack(record).includes(word)),
  );
}

function fits({ item, editorial }: ContentRecord, { state, topic, language, network }: Filters): boolean {
  const { networks = [], topics = [] } = item;
  return (
    (state === '' ? editorial.state !== 'archived' : editorial.state === state) &&
    (topic === '' || topics.includes(topic)) &&
    (language === '' || item.language === language) &&
    (network === '' || networks.length === 0 || networks.includes(network))
  );
}

/** Folding ten thousand items takes longer than a keystroke may. */
const haystacks = new WeakMap<ContentRecord, string>();

function haystack(record: ContentRecord): string {
  const known = haystacks.get(record);
  if (known !== undefined) return known;
  const { id, title, summary = '', url, hashtags = [] } = record.item;
  const folded = fold([id, title, summary, url, ...hashtags].join(' '));
  haystacks.set(record, folded);
  return folded;
}

/** What waits longest comes first. */
export const reviewQueue = (records: ContentRecord[]): ContentRecord[] =>
  records
    .filter(({ editorial }) => editorial.state === 'proposed')
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt));

export type How = 'keep' | 'set' | 'unset';

/** What the form for many items holds. */
export interface BulkForm {
  addTopics: string[];
  removeTopics: string[];
  until: { how: How; value: string };
  priority: { how: How; value: number | null };
  owner: { how: How; value: string };
}

export const emptyBulkForm = (): BulkForm => ({
  addTopics: [],
  removeTopics: [],
  until: { how: 'keep', value: '' },
  priority: { how: 'keep', value: null },
  owner: { how: 'keep', value: '' },
});

/** Null when nothing would change. A value that was not filled in changes nothing either. */
export function bulkEdit(form: BulkForm): ContentEdit | null {
  const { addTopics: add, removeTopics: remove } = form;
  const topics = { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
  const edit: ContentEdit = Object.keys(topics).length > 0 ? { topics } : {};
  for (const key of ['until', 'priority', 'owner'] as const) {
    const { how, value } = form[key];
    if (how === 'unset') Object.assign(edit, { [key]: null });
    if (how === 'set' && value !== null && value !== '') Object.assign(edit, { [key]: value });
  }
  return Object.keys(edit).length > 0 ? edit : null;
}

export interface LeftAlone {
  title: string;
  status: number;
  detail: string;
}

/** The items that a change of many did not reach, with the reason. */
export function leftAlone(changed: ContentChanged, records: ContentRecord[]): LeftAlone[] {
  return changed.items.flatMap(({ id, problem }) => {
    const title = records.find(({ item }) => item.id === id)?.item.title ?? id;
    return problem ? [{ title, ...problem }] : [];
  });
}

/** "feed:news" → "feed"; '' when an administrator wrote the item. */
export function sourceKind(source: string): 'employee' | 'link' | 'feed' | '' {
  if (source === 'employee' || source === 'link') return source;
  return source.startsWith('feed:') ? 'feed' : '';
}
