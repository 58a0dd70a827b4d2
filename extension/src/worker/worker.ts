// The background worker: joins guidelines, pages and panel. It may be stopped at any moment, so what matters is
// in storage and the rest can be made again.
import { onMessage, panels, type Sender } from '../platform/messages.ts';
import { onPermissionsRemoved } from '../platform/permissions.ts';
import { cancelWake, onTabClosed, onWake, scheduleWake, startWithBrowser } from '../platform/runtime.ts';
import { activeTab, clearBadge, openPanel, openPanelOnAction } from '../platform/side-panel.ts';
import { keepFromPages, local, session } from '../platform/storage.ts';
import { Server, type StoredThing } from '../sync/server.ts';
import { Departure } from './departure.ts';
import { enrol } from './enrol.ts';
import { Guidelines } from './guidelines.ts';
import { Keep } from './keep.ts';
import { PageDrafts } from './page-drafts.ts';
import { askPage, PageMode, tellAllPages } from './page-mode.ts';
import { Posting } from './posting.ts';
import type {
  AnswerOf,
  AnyRequest,
  EnrolProblem,
  IgnoredFinding,
  PanelNews,
  PanelState,
  RequestKind,
  RequestOf,
  Settings,
} from './protocol.ts';
import { Remembering } from './remembering.ts';
import { withChange, withSaved } from './saved.ts';
import { Shares } from './shares.ts';
import { Shelf } from './shelf.ts';
import { panelState } from './state.ts';
import { Writing } from './writing.ts';

/** How long an answer of the server counts as fresh when a composer gets the focus. */
const FRESH_MS = 10_000;

/** What is found, and what fits, depends on them. */
const DECIDE_ANSWERS: (keyof Settings)[] = ['language', 'network', 'interests'];

type Handlers = {
  [K in RequestKind]: (message: RequestOf<K>, sender: Sender) => Promise<AnswerOf<K>>;
};

const without = (list: IgnoredFinding[], { guideline, match }: IgnoredFinding) =>
  list.filter((other) => other.guideline !== guideline || other.match !== match);

class Worker {
  readonly #life = crypto.randomUUID();
  #states = 0;
  readonly #keep = new Keep(new Remembering(local, session), new Remembering(session));
  #waking: Promise<void> | undefined;
  readonly #guidelines = new Guidelines(
    this.#keep,
    (bundleChanged) => void this.#onGuidelines(bundleChanged),
    () => void this.#recheck(),
  );
  readonly #writing = new Writing(this.#keep, this.#guidelines);
  readonly #posting = new Posting(this.#keep, this.#guidelines, () => this.#tellState());
  readonly #panels = panels((tell, isBesidePage) => void this.#greetPanel(tell, isBesidePage));
  readonly #shelf = new Shelf(
    this.#keep,
    () => this.#panels.count() > 0,
    () => this.#tellState(),
  );
  readonly #shares = new Shares(this.#keep, (item) =>
    this.#panels.tell({ kind: 'shared', item } satisfies PanelNews),
  );
  readonly #pageMode = new PageMode(this.#keep, this.#guidelines, () => this.#tellState());
  readonly #departure = new Departure({
    keep: this.#keep,
    // Whatever the browser refuses of it, the rest goes, and what is kept after it.
    forget: () =>
      Promise.allSettled([this.#pageMode.end(), this.#guidelines.forget(), this.#posting.forget()]),
    onLeft: (deleted) => this.#panels.tell({ kind: 'left', deleted } satisfies PanelNews),
    onChange: () => this.#tellState(),
  });
  readonly #drafts = new PageDrafts({
    host: this.#guidelines.host,
    reader: () => this.#writing.reader(),
    suggest: (draft, network) => this.#writing.suggest(draft, network),
    panelOpen: () => this.#panels.count() > 0,
    tell: (news) => this.#panels.tell(news),
  });

  readonly #handlers: Handlers = {
    state: () => this.#state(),
    enrol: ({ link }) => this.#enrol(link),
    leave: () => this.#departure.leave(),
    inventory: () => this.#inventory(),
    refresh: async () => {
      await this.#guidelines.refresh();
      return this.#state();
    },
    settings: ({ change }) => this.#changeSettings(change),
    check: ({ request }) => this.#writing.check(request),
    suggest: ({ draft, network }) => this.#writing.suggest(draft, network),
    count: (message) => this.#shares.count(message),
    ignore: ({ finding }) => this.#changeIgnored((list) => [...without(list, finding), finding]),
    unignore: ({ finding }) => this.#changeIgnored((list) => without(list, finding)),
    'apply-on-page': async ({ editor, id, edits }) =>
      (await askPage(editor.tab, editor.frame, { kind: 'apply', client: editor.client, id, edits })) === true,
    save: ({ saved }) => this.#shelf.changeSaved((list) => withSaved(list, saved)),
    'change-saved': ({ item, change }) => this.#shelf.changeSaved((list) => withChange(list, item, change)),
    unsave: ({ item }) => this.#shelf.takeOut(item),
    propose: ({ draft }) => this.#shelf.propose(draft),
    'forget-proposal': ({ id }) => this.#shelf.forgetProposal(id),
    'insert-on-page': async ({ editor, text }) =>
      (await askPage(editor.tab, editor.frame, { kind: 'insert', client: editor.client, text })) === true,
    'show-on-page': async ({ editor, finding }) => {
      await askPage(editor.tab, editor.frame, { kind: 'show', client: editor.client, finding });
      return null;
    },
    'linkedin-connect': () => this.#posting.connect(),
    'linkedin-return': ({ address }) => this.#posting.finish(address),
    'linkedin-disconnect': () => this.#posting.disconnect(),
    'linkedin-post': ({ post }) => this.#posting.post(post),
    awake: async () => {
      await this.#guidelines.wake();
      return null;
    },
    'page-hello': (_message, sender) => this.#pageMode.greet(sender),
    'page-check': (message, sender) => this.#drafts.check(message, sender),
    'page-show': ({ client, finding }, sender) => this.#showCard(client, finding, sender),
    'page-gone': async ({ client }, sender) => {
      this.#drafts.gone(client, sender);
      return null;
    },
    'page-focus': async () => {
      await this.#guidelines.wake();
      await this.#guidelines.refreshUnlessTriedWithin(FRESH_MS);
      return null;
    },
    // Asks the server for nothing: its log would tell how long each person has a network open.
    'page-awake': async () => {
      await this.#guidelines.connect();
      return null;
    },
  };

  start(): void {
    onMessage((message, sender) => this.#answer(message as AnyRequest, sender));
    startWithBrowser();
    onWake(() => void this.#wake());
    onPermissionsRemoved(() => void this.#pageMode.apply());
    onTabClosed((tab) => this.#panels.tell({ kind: 'tab-gone', tab } satisfies PanelNews));
    openPanelOnAction();
    void keepFromPages();
    void this.#wake();
  }

  #answer(message: AnyRequest, sender: Sender): Promise<unknown> | undefined {
    const handler = this.#handlers[message.kind] as Handlers[RequestKind] | undefined;
    if (!handler || sender.fromPage !== message.kind.startsWith('page-')) return undefined;
    return handler(message as never, sender);
  }

  #wake(): Promise<void> {
    this.#waking ??= this.#wakeOnce().finally(() => {
      this.#waking = undefined;
    });
    return this.#waking;
  }

  async #wakeOnce(): Promise<void> {
    await this.#departure.finish();
    const [membership, leaving] = await Promise.all([this.#keep.membership(), this.#keep.leaving()]);
    if (!membership) {
      if (leaving.length === 0) await cancelWake(); // Set while the person left, it would go on for ever.
      return;
    }
    await scheduleWake();
    await this.#makeRoom();
    await this.#shelf.remind();
    await this.#pageMode.apply();
    await this.#guidelines.wake();
    await this.#shares.flush();
    if (this.#panels.count() > 0) await this.#shelf.askAboutProposals();
  }

  async #makeRoom(): Promise<void> {
    if ((await this.#keep.isFull()) && (await this.#keep.settle())) await this.#tellState();
  }

  async #state(): Promise<PanelState> {
    const age = { life: this.#life, at: ++this.#states };
    return panelState(age, this.#keep, await this.#guidelines.inForce(), await this.#posting.view());
  }

  async #tellState(): Promise<PanelState> {
    const state = await this.#state();
    this.#panels.tell({ kind: 'state', state } satisfies PanelNews);
    return state;
  }

  async #onGuidelines(bundleChanged: boolean): Promise<void> {
    if (bundleChanged) await this.#posting.endWhereOff();
    await this.#tellState();
    if (!bundleChanged) return;
    await this.#pageMode.apply();
    await this.#recheck();
  }

  async #recheck(): Promise<void> {
    this.#panels.tell({ kind: 'recheck' } satisfies PanelNews);
    await tellAllPages({ kind: 'recheck' });
  }

  async #greetPanel(tell: (news: PanelNews) => void, isBesidePage: boolean): Promise<void> {
    await this.#shelf.remind();
    void this.#shelf.askAboutProposals();
    tell({ kind: 'state', state: await this.#state() });
    const tab = isBesidePage ? await activeTab() : undefined;
    if (tab !== undefined) await clearBadge(tab);
    await tellAllPages({ kind: 'recheck' });
  }

  async #enrol(link: string): Promise<EnrolProblem | null> {
    const result = await enrol(link);
    if (typeof result === 'string') return result;
    const moved = await this.#keep.setMembership(result);
    if (moved) await this.#posting.forget(); // What was connected goes through the other organisation's app.
    await this.#guidelines.forget(); // Who joins anew had another token.
    await this.#guidelines.refresh();
    await this.#wake();
    await this.#tellState();
    return null;
  }

  async #inventory(): Promise<StoredThing[] | null> {
    const membership = await this.#keep.membership();
    if (!membership) return [];
    const me = await Server.of(membership)
      .me()
      .catch(() => null);
    return me?.stored ?? null;
  }

  async #changeSettings(change: Partial<Settings>): Promise<PanelState> {
    await this.#keep.changeSettings(change);
    if ('pageMode' in change) await (change.pageMode ? this.#pageMode.apply() : this.#pageMode.end());
    // First the state: panels ask again as it says, in whichever of them it was changed.
    const state = await this.#tellState();
    if (DECIDE_ANSWERS.some((setting) => setting in change)) void this.#recheck();
    return state;
  }

  async #changeIgnored(change: (list: IgnoredFinding[]) => IgnoredFinding[]): Promise<PanelState> {
    await this.#keep.changeIgnored(change);
    await this.#recheck();
    return this.#tellState();
  }

  /** Opens the panel first: the gesture that the page's click carries over ends with the first wait. */
  #showCard(client: string, finding: number, sender: Sender): Promise<null> {
    const isOpen = this.#panels.isBesidePage();
    const opening = sender.tab !== undefined && !isOpen ? openPanel(sender.tab) : Promise.resolve();
    this.#drafts.show(client, finding, sender);
    return opening.then(
      () => null,
      () => null,
    );
  }
}

export function startWorker(): void {
  new Worker().start();
}
