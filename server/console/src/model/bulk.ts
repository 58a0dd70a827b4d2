/** One change of many items, in portions that the server takes. */
import type { ApiError } from '../api/client.ts';
import { content } from '../api/resources.ts';
import type { ContentChange, ContentEdit, ContentReference } from '../api/types.ts';
import { asApiError } from './resource.svelte.ts';

export interface LeftAlone {
  id: string;
  title: string;
  status: number;
  detail: string;
}

export interface Changed extends ContentReference {
  /** What takes its edit back; none where it was not edited. */
  undo?: ContentEdit;
}

export type Change = Omit<ContentChange, 'items'>;

export interface BulkResult {
  /** With the versions that they have now. */
  changed: Changed[];
  left: LeftAlone[];
  /** What stopped it halfway; those after it were not tried. */
  failure?: ApiError;
}

const portion = 1000;

/**
 * `progress` hears how many were tried. Each item only if it still is the version that was chosen; an edit of its own
 * goes before that of all.
 */
export async function changeAll(
  chosen: (ContentReference & { edit?: ContentEdit })[],
  change: Change,
  progress: (tried: number) => void = () => {},
): Promise<BulkResult> {
  const result: BulkResult = { changed: [], left: [] };
  for (let at = 0; at < chosen.length; at += portion) {
    const some = chosen.slice(at, at + portion);
    try {
      const items = some.map(({ id, version, edit }) => ({ id, version, ...(edit && { edit }) }));
      const answer = await content.change({ items, ...change });
      sortOut(answer.items, some, result);
    } catch (thrown) {
      return { ...result, failure: asApiError(thrown) };
    }
    progress(at + some.length);
  }
  return result;
}

interface Outcome {
  id: string;
  version?: number | undefined;
  undo?: ContentEdit | undefined;
  problem?: { status: number; detail: string } | undefined;
}

/** Outcomes are in the order of the request. */
function sortOut(outcomes: Outcome[], some: ContentReference[], { changed, left }: BulkResult): void {
  for (const [i, { id, version, undo, problem }] of outcomes.entries()) {
    const one = some[i];
    if (!one) continue;
    if (problem) left.push({ id, title: one.title, ...problem });
    else changed.push({ ...one, version: version ?? one.version, ...(undo && { undo }) });
  }
}

type Way = [items: (ContentReference & { edit?: ContentEdit })[], change: Change];

/** What brings archived items back to where each was. Proposals become drafts. */
export function unarchiving(changed: Changed[]): Way[] {
  const approved = changed.filter(({ state }) => state === 'approved');
  const drafts = changed.filter(({ state }) => state !== 'approved');
  const ways: Way[] = [
    [approved, { decision: 'approve' }],
    [drafts, { decision: 'restore' }],
  ];
  return ways.filter(([items]) => items.length > 0);
}

/** What gives edited items the values that each had. */
export function unediting(changed: Changed[]): Way[] {
  const items = changed.flatMap(({ undo, ...one }) => (undo ? [{ ...one, edit: undo }] : []));
  return items.length > 0 ? [[items, {}]] : [];
}
