/** Searching, reviewing and changing many content items. */
import {
  type ContentEdit,
  type ContentQuery,
  type ContentRecord,
  type ContentReference,
  type EditorialState,
  networks,
} from '../api/types.ts';
import { recallPlace, rememberPlace } from './place.ts';

export interface Filters {
  query: string;
  topic: string;
  /** '': all but the archive. */
  state: EditorialState | '';
  language: string;
  network: string;
}

export const noFilters: Filters = { query: '', topic: '', state: '', language: '', network: '' };

export const sortKeys = ['title', 'language', 'until', 'updated'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface LibraryView extends Filters {
  sort: SortKey;
  descending: boolean;
}

export const firstView: LibraryView = { ...noFilters, sort: 'updated', descending: true };

/** Times begin with the newest, texts with A. */
export const sortedBy = (view: LibraryView, key: SortKey): LibraryView => ({
  ...view,
  sort: key,
  descending: view.sort === key ? !view.descending : key === 'updated',
});

/** The conditions as the server takes them; empty ones are none. */
export function conditions({ query, topic, state, language, network }: Filters): ContentQuery {
  const all = { query: query.trim(), topic, state: state || 'current', language, network };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')) as ContentQuery;
}

export const asQuery = (view: LibraryView): ContentQuery => ({
  ...conditions(view),
  sort: view.descending ? `-${view.sort}` : view.sort,
});

const key = 'herold.library.view';

/** The view that the address asks for; without one, the last one in this tab, with how far one had come. */
export function recallLibrary(query: URLSearchParams, storage: Storage) {
  const asks = [...query.keys()].some((name) => name !== 'tab');
  const place = recallPlace(key, firstView, asks ? fromAddress(query) : null, storage);
  return { ...place, query: asQuery(place.view) };
}

export const rememberLibrary = (storage: Storage, view: LibraryView, shown: number, scroll: number): void =>
  rememberPlace(key, { view, shown, scroll }, storage);

function fromAddress(query: URLSearchParams): Partial<LibraryView> {
  const text = (name: string) => query.get(name) ?? '';
  const states: EditorialState[] = ['draft', 'proposed', 'approved', 'archived'];
  const order = text('sort');
  const sort = sortKeys.find((name) => name === order.replace(/^-/, ''));
  return {
    query: text('query'),
    topic: text('topic'),
    state: states.find((state) => state === text('state')) ?? '',
    language: text('language'),
    network: networks.find((network) => network === text('network')) ?? '',
    ...(sort && { sort, descending: order.startsWith('-') }),
  };
}

/** What waits longest comes first. */
export const toReview: ContentQuery = { state: 'proposed', sort: 'updated' };

/** A published item that was removed stays in the list until no channel has it; all it can be is withdrawn. */
export const isGone = ({ state, editorial }: ContentRecord) =>
  state === 'removed' && editorial.state === 'approved';

export const referenceTo = ({ item, version, editorial }: ContentRecord): ContentReference => ({
  id: item.id,
  title: item.title,
  version,
  state: editorial.state,
});

export type How = 'keep' | 'set' | 'unset';

interface BulkValue<T> {
  how: How;
  value: T;
}

/** What the form for many items holds. */
export interface BulkForm {
  addTopics: string[];
  removeTopics: string[];
  from: BulkValue<string>;
  until: BulkValue<string>;
  priority: BulkValue<number | null>;
  owner: BulkValue<string>;
  roles: BulkValue<string[]>;
  groups: BulkValue<string[]>;
  networks: BulkValue<string[]>;
}

export const emptyBulkForm = (): BulkForm => ({
  addTopics: [],
  removeTopics: [],
  from: { how: 'keep', value: '' },
  until: { how: 'keep', value: '' },
  priority: { how: 'keep', value: null },
  owner: { how: 'keep', value: '' },
  roles: { how: 'keep', value: [] },
  groups: { how: 'keep', value: [] },
  networks: { how: 'keep', value: [] },
});

export const bulkFields = [
  'from',
  'until',
  'priority',
  'owner',
  'roles',
  'groups',
  'networks',
] as const satisfies (keyof BulkForm)[];
export type BulkField = (typeof bulkFields)[number];

const isFilled = ({ value }: BulkForm[BulkField]) =>
  Array.isArray(value) ? value.length > 0 : value !== null && value !== '';

/** The fields that are to be set, but to nothing yet. */
export const unfilled = (form: BulkForm): BulkField[] =>
  bulkFields.filter((key) => form[key].how === 'set' && !isFilled(form[key]));

/** It would end before it begins; how single items do, the server says of each. */
export const isBackwards = ({ from, until }: BulkForm): boolean =>
  from.how === 'set' && until.how === 'set' && new Date(from.value) >= new Date(until.value);

/** Null when nothing would change. A value that was not filled in changes nothing either. */
export function bulkEdit(form: BulkForm): ContentEdit | null {
  const { addTopics: add, removeTopics: remove } = form;
  const topics = { ...(add.length > 0 && { add }), ...(remove.length > 0 && { remove }) };
  const { roles, groups, ...plain } = changedFields(form);
  const audience = { ...(roles !== undefined && { roles }), ...(groups !== undefined && { groups }) };
  const edit = {
    ...(Object.keys(topics).length > 0 && { topics }),
    ...plain,
    ...(Object.keys(audience).length > 0 && { audience }),
  } as ContentEdit;
  return Object.keys(edit).length > 0 ? edit : null;
}

function changedFields(form: BulkForm): Partial<Record<BulkField, unknown>> {
  const changed: Partial<Record<BulkField, unknown>> = {};
  for (const key of bulkFields) {
    const { how, value } = form[key];
    if (how === 'unset') changed[key] = null;
    if (how === 'set' && isFilled(form[key])) changed[key] = value;
  }
  return changed;
}

/** "feed:news" → "feed"; '' when an administrator wrote the item. */
export function sourceKind(source: string): 'employee' | 'link' | 'feed' | '' {
  if (source === 'employee' || source === 'link') return source;
  return source.startsWith('feed:') ? 'feed' : '';
}
