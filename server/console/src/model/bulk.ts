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
  /** What takes back what was done to it. */
  undo?: ContentEdit;
}

export type Change = Omit<ContentChange, 'items'>;

export interface BulkResult {
  /** With the versions that they have now. */
  changed: Changed[];
  /** How many were so already. */
  same: number;
  left: LeftAlone[];
  /** What stopped it halfway; those after it were not tried. */
  failure?: ApiError;
}

const portion = 1000; // items of a request, at most
const longest = 500_000; // characters of them; the server takes 1 MiB

type Chosen = ContentReference & { edit?: ContentEdit };

const asked = ({ id, version, edit }: Chosen) => ({ id, version, ...(edit && { edit }) });

/** Edits of their own may be long, when they give a hundred topics back, say. */
function* portions(chosen: Chosen[]): Generator<Chosen[]> {
  let some: Chosen[] = [];
  let length = 0;
  for (const one of chosen) {
    const more = JSON.stringify(asked(one)).length;
    if (some.length === portion || (some.length > 0 && length + more > longest)) {
      yield some;
      some = [];
      length = 0;
    }
    some.push(one);
    length += more;
  }
  if (some.length > 0) yield some;
}

/**
 * `progress` hears how many were tried. Each item only if it still is the version that was chosen; an edit of its own
 * goes before that of all.
 */
export async function changeAll(
  chosen: Chosen[],
  change: Change,
  progress: (tried: number) => void = () => {},
): Promise<BulkResult> {
  const result: BulkResult = { changed: [], same: 0, left: [] };
  let tried = 0;
  for (const some of portions(chosen)) {
    try {
      const items = some.map(asked);
      const answer = await content.change({ items, ...change });
      sortOut(answer.items, some, result);
    } catch (thrown) {
      return { ...result, failure: asApiError(thrown) };
    }
    tried += some.length;
    progress(tried);
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
function sortOut(outcomes: Outcome[], some: ContentReference[], result: BulkResult): void {
  for (const [i, { id, version, undo, problem }] of outcomes.entries()) {
    const one = some[i];
    if (!one) continue;
    if (problem) result.left.push({ id, title: one.title, ...problem });
    else if (version === undefined || version === one.version) result.same += 1;
    else result.changed.push({ ...one, version, ...(undo && { undo }) });
  }
}

/** The items with what gives each back what it had, or puts it where it stood. */
export const undoing = (changed: Changed[]): (Chosen & { edit: ContentEdit })[] =>
  changed.flatMap(({ undo, ...one }) => (undo ? [{ ...one, edit: undo }] : []));
