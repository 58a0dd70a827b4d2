// What was shared from here: not suggested again, and counted where the person lets it be.
import { mayCountShares } from '../platform/permissions.ts';
import { networkOf } from '../share/index.ts';
import { Activity } from '../sync/activity.ts';
import { Server } from '../sync/server.ts';
import type { Keep } from './keep.ts';
import type { RequestOf } from './protocol.ts';

export class Shares {
  readonly #keep: Keep;
  readonly #onShared: (item: string) => void;
  readonly #activity: Activity;

  constructor(keep: Keep, onShared: (item: string) => void) {
    this.#keep = keep;
    this.#onShared = onShared;
    this.#activity = new Activity({ load: keep.counts, change: keep.changeCounts, begin: keep.begin });
  }

  async count({ event, item, network: target, caption }: RequestOf<'count'>): Promise<null> {
    const isStill = this.#keep.begin();
    if (caption) await this.#keep.addCaption(caption);
    if (event === 'shared') {
      await this.#keep.addShared(item);
      this.#onShared(item);
    }
    const { network } = networkOf(target);
    const isMember = (await this.#keep.membership()) !== undefined;
    // The clipboard is no network, nor is the share sheet: what becomes of a text there is nobody's business.
    if (!isMember || network === null || !(await mayCountShares()) || !isStill()) return null;
    await this.#activity.add(event, item, network);
    void this.flush();
    return null;
  }

  async flush(): Promise<void> {
    const membership = await this.#keep.membership();
    if (membership) await this.#activity.flush(Server.of(membership));
  }
}
