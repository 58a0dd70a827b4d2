// Page mode: on only while the person wants it, the organisation allows it and the browser's permission holds.

import { PAINT_CSS } from '../editor/painter.ts';
import { requestPage, type Sender, tellPages } from '../platform/messages.ts';
import { insertStyles, registerPageScript, unregisterPageScript } from '../platform/page-script.ts';
import { giveBackOrigins, hasOrigins, PAGE_ORIGINS } from '../platform/permissions.ts';
import type { PageNews } from './protocol.ts';

export const tellAllPages = (news: PageNews): Promise<void> => tellPages(PAGE_ORIGINS, news);

export const askPage = (tab: number, frame: number, news: PageNews): Promise<unknown> =>
  requestPage(tab, frame, news);

let turn: Promise<unknown> = Promise.resolve();

/** Brings the browser in line, one wish after the other; true when pages are read from now on. */
export function applyPageMode(wanted: boolean): Promise<boolean> {
  const applied = turn.then(() => apply(wanted));
  turn = applied.catch(() => undefined);
  return applied;
}

async function apply(wanted: boolean): Promise<boolean> {
  if (wanted && (await hasOrigins(PAGE_ORIGINS))) {
    await registerPageScript();
    return true;
  }
  await unregisterPageScript();
  await tellAllPages({ kind: 'stop' });
  return false;
}

export async function endPageMode(): Promise<void> {
  await applyPageMode(false);
  await giveBackOrigins(PAGE_ORIGINS);
}

/** Styles for what a page's script paints. */
export async function stylePage({ tab, frame = 0 }: Sender): Promise<void> {
  if (tab !== undefined) await insertStyles(tab, frame, PAINT_CSS);
}
