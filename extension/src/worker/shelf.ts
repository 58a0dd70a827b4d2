// What someone put aside or handed in: saved items with their reminders, and pages proposed from here.
import { showReminders } from '../platform/side-panel.ts';
import { Server } from '../sync/server.ts';
import type { Keep } from './keep.ts';
import { send, withOutcomes, withProposal } from './proposals.ts';
import type { PanelState, ProposalDraft, ProposalProblem, SavedItem } from './protocol.ts';
import { dueUnseen, withoutItem, withSeen } from './saved.ts';

export class Shelf {
  readonly #keep: Keep;
  readonly #panelOpen: () => boolean;
  readonly #tellState: () => Promise<PanelState>;

  /** `tellState` tells open panels what they show. */
  constructor(keep: Keep, panelOpen: () => boolean, tellState: () => Promise<PanelState>) {
    this.#keep = keep;
    this.#panelOpen = panelOpen;
    this.#tellState = tellState;
  }

  async changeSaved(change: (list: SavedItem[]) => SavedItem[]): Promise<PanelState> {
    await this.#keep.changeSaved(change);
    await this.remind();
    return this.#tellState();
  }

  async takeOut(item: string): Promise<SavedItem | null> {
    const removed = (await this.#keep.saved()).find((saved) => saved.item === item) ?? null;
    await this.changeSaved((list) => withoutItem(list, item));
    return removed;
  }

  async propose(draft: ProposalDraft): Promise<ProposalProblem | null> {
    const membership = await this.#keep.membership();
    if (!membership) return 'refused';
    const isStill = this.#keep.begin();
    const sent = await send(Server.of(membership), draft);
    if (typeof sent === 'string') return sent;
    if (!isStill()) return null;
    await this.#keep.changeProposals((list) => withProposal(list, sent));
    await this.#tellState();
    return null;
  }

  async forgetProposal(id: string): Promise<PanelState> {
    await this.#keep.changeProposals((list) => list.filter((sent) => sent.id !== id));
    return this.#tellState();
  }

  /** What became of them, while the panel that shows it is open. */
  async askAboutProposals(): Promise<void> {
    const membership = await this.#keep.membership();
    if (!membership) return;
    const isStill = this.#keep.begin();
    const before = await this.#keep.proposals();
    const after = await withOutcomes(before, Server.of(membership));
    if (after === before || !isStill()) return;
    // Sent or taken out of the list meanwhile: the answers wait for the next time.
    await this.#keep.changeProposals((list) => (list === before ? after : list));
    await this.#tellState();
  }

  /** Reminders that are due: told by the panel when it is open, else by a number on the button. */
  async remind(): Promise<void> {
    const saved = await this.#keep.saved();
    const due = dueUnseen(saved, Date.now());
    const panelOpen = this.#panelOpen();
    await showReminders(panelOpen ? 0 : due.length);
    if (due.length === 0 || !panelOpen) return;
    await this.#keep.changeSaved((list) => withSeen(list, due));
    await this.#tellState();
  }
}
