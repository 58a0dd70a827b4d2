// Page mode: on only while the person wants it, the organisation allows it and the browser's permission holds.
import type { Bundle } from '@herold/core';
import { GROUND_CSS, PAINT_CSS } from '../editor/painter.ts';
import { requestPage, type Sender, tellPages } from '../platform/messages.ts';
import { insertStyles, registerPageScript, unregisterPageScript } from '../platform/page-script.ts';
import { giveBackOrigins, hasOrigins, PAGE_ORIGINS } from '../platform/permissions.ts';
import type { Guidelines } from './guidelines.ts';
import type { Keep } from './keep.ts';
import type { AnswerOf, PageNews } from './protocol.ts';

export const tellAllPages = (news: PageNews): Promise<void> => tellPages(news);

export const askPage = (tab: number, frame: number, news: PageNews): Promise<unknown> =>
  requestPage(tab, frame, news);

const isAllowed = (bundle: Bundle | undefined) => bundle?.settings.pageMode !== 'forbidden';

export class PageMode {
  readonly #keep: Keep;
  readonly #guidelines: Guidelines;
  readonly #onChange: () => Promise<unknown>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(keep: Keep, guidelines: Guidelines, onChange: () => Promise<unknown>) {
    this.#keep = keep;
    this.#guidelines = guidelines;
    this.#onChange = onChange;
  }

  /** As the person wants it; a permission that was taken back meanwhile is a wish, too. */
  async apply(): Promise<void> {
    const settings = await this.#keep.settings();
    const { bundle } = await this.#guidelines.inForce();
    const allowed = settings.pageMode && isAllowed(bundle);
    const on = await this.#bring(allowed);
    if (settings.pageMode === on || allowed !== settings.pageMode) return;
    await this.#keep.changeSettings({ pageMode: on });
    await this.#onChange();
  }

  /** A page's script has begun: what it needs to know. */
  async greet(sender: Sender): Promise<AnswerOf<'page-hello'>> {
    const { bundle } = await this.#guidelines.inForce();
    const { pageMode } = await this.#keep.settings();
    const on = pageMode && bundle !== undefined && isAllowed(bundle);
    if (on) await stylePage(sender);
    return { pages: bundle?.pages, on };
  }

  /** For good: the permission goes back, too. One that an organisation forbids for a while keeps it. */
  async end(): Promise<void> {
    await this.#bring(false);
    await giveBackOrigins(PAGE_ORIGINS);
  }

  /** Brings the browser in line, one wish after the other; true when pages are read from now on. */
  #bring(wanted: boolean): Promise<boolean> {
    const applied = this.#turn.then(() => apply(wanted));
    this.#turn = applied.catch(() => undefined);
    return applied;
  }
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

/** Styles for what a page's script paints. */
async function stylePage({ tab, frame = 0 }: Sender): Promise<void> {
  if (tab === undefined) return;
  await insertStyles(tab, frame, { highlights: PAINT_CSS, elements: GROUND_CSS });
}
