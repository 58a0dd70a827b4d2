/** One decision about one item, told in a notice. */
import { content } from '../api/resources.ts';
import type { ContentItem, ContentRecord, Decision } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { asApiError } from './resource.svelte.ts';

const SAID = {
  approve: 'approved',
  decline: 'declined',
  archive: 'archived',
  restore: 'restored',
} as const satisfies Record<Decision, string>;

/** What is done with the item as it is after the decision. */
type WayBack = (decided: ContentRecord) => void;

/** The item as it is then; null when it stayed as it was, which a notice says. `undo`: the way back that is offered. */
export async function decide(
  { item, version }: Pick<ContentRecord, 'item' | 'version'>,
  decision: Decision,
  note = '',
  undo?: WayBack,
): Promise<ContentRecord | null> {
  const record = await told(() => content.decide(item.id, version, decision, note));
  if (record)
    notices.say(
      (t) =>
        said(t, t.library[SAID[decision]](item.title), decision === 'archive' && record.channels.length > 0),
      offered(record, undo),
    );
  return record;
}

const offered = (record: ContentRecord, undo: WayBack | undefined) =>
  undo && { label: (t: Catalogue) => t.common.undo, run: () => undo(record) };

/** Puts the item where it stood before it was decided about, unless somebody has changed it since. */
export async function reopen(before: ContentRecord, decided: ContentRecord): Promise<void> {
  const { state, note } = before.editorial;
  const { item, version } = decided;
  const items = [{ id: item.id, version, edit: { editorial: { state, note } } }];
  const done = await told(async () => (await content.change({ items })).items[0]);
  if (!done) return;
  if (done.problem)
    notices.fail((t) => (done.problem?.status === 412 ? t.library.bulkStale : t.failures.gone));
  else notices.say((t) => t.library.reopened(item.title));
}

/** `isOut`: what is put away is on the devices still. */
export const said = (t: Catalogue, text: string, isOut: boolean): string =>
  isOut ? `${text} ${t.library.stillOut}` : text;

/** Approved with what the item lacked, in one step; null when it stayed as it was. */
export async function approveAs(
  item: ContentItem,
  version: number,
  undo: WayBack,
): Promise<ContentRecord | null> {
  const record = await told(() => content.put(item, version, 'approved'));
  if (record) notices.say((t) => t.library.approved(item.title), offered(record, undo));
  return record;
}

async function told<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (thrown) {
    const error = asApiError(thrown);
    const stale = error.status === 412;
    const detail = error.problems[0]?.message;
    notices.fail((t) => (stale ? t.library.bulkStale : detail ? t.problem(detail) : failureText(error, t)));
    return null;
  }
}
