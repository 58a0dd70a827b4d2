// Page mode inside a page: joins the editors found there with the worker. Inserts nothing, clicks nothing, asks
// the network for nothing.

import { type PageRules, pageOf, readPages } from '../editor/pages.ts';
import { Painter } from '../editor/painter.ts';
import { Recogniser } from '../editor/recognise.ts';
import { watchComposers } from '../editor/watch.ts';
import { isOrphaned, onMessage } from '../platform/messages.ts';
import { ask, askTwice } from '../worker/ask.ts';
import type { PageNews } from '../worker/protocol.ts';
import { WatchedComposer } from './watched-composer.ts';

/** A message every 20 s keeps the worker, and with it the line to the server, alive while one writes. */
const AWAKE_MS = 20_000;

/** The script may be started twice in one page: as a registered one, and when page mode is switched on. */
const RUNNING = Symbol.for('page');
const world = globalThis as { [RUNNING]?: boolean };

export async function startPage(): Promise<void> {
  if (world[RUNNING]) return;
  world[RUNNING] = true;
  // A worker that does not answer leaves the next start to try again.
  world[RUNNING] = await begin().catch(() => false);
}

/** False where page mode is off, or the page is none that is read. */
async function begin(): Promise<boolean> {
  const { pages, on } = await askTwice('page-hello', {});
  const page = pageOf(readPages(pages), location.hostname);
  if (!on || !page) return false;
  new PageSession(page.network, page.rules).start();
  return true;
}

class PageSession {
  readonly #network: string;
  readonly #recogniser: Recogniser;
  readonly #skip: string;
  readonly #painter = new Painter();
  readonly #over = new AbortController();
  readonly #watched = new Map<HTMLElement, WatchedComposer>();

  constructor(network: string, rules: PageRules) {
    this.#network = network;
    this.#recogniser = new Recogniser(rules);
    this.#skip = rules.skip.join(',');
  }

  start(): void {
    const { signal } = this.#over;
    onMessage((message) => (signal.aborted ? undefined : this.#hear(message as PageNews)));
    const pulse = setInterval(() => this.#stayAwake(), AWAKE_MS);
    signal.addEventListener('abort', () => clearInterval(pulse));
    addEventListener('pagehide', () => this.#tellGone(), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.#recheck(), { signal });
    watchComposers(
      this.#recogniser,
      {
        found: (element) => this.#meet(element),
        lost: (element) => this.#part(element),
        focused: (element) => this.#focus(element),
        clicked: (element, event) => this.#click(element, event),
      },
      signal,
    );
  }

  #meet(element: HTMLElement): void {
    const place = this.#recogniser.placeOf(element);
    if (!place) return;
    const options = {
      network: this.#network,
      recogniser: this.#recogniser,
      skip: this.#skip,
      painter: this.#painter,
    };
    this.#watched.set(element, new WatchedComposer(element, place, options));
  }

  #part(element: HTMLElement): void {
    const watched = this.#watched.get(element);
    this.#watched.delete(element);
    watched?.composer.dispose();
    if (watched) this.#send(ask('page-gone', { client: watched.client }));
  }

  #recheck(): void {
    for (const { composer } of this.#watched.values()) composer.recheck();
  }

  #tellGone(): void {
    for (const { client } of this.#watched.values()) this.#send(ask('page-gone', { client }));
  }

  /** The panel may be about another composer: this one's draft is sent again. */
  #focus(element: HTMLElement): void {
    const watched = this.#watched.get(element);
    watched?.use();
    watched?.composer.recheck();
    this.#send(ask('page-focus', {}));
  }

  #click(element: HTMLElement, event: MouseEvent): void {
    const watched = this.#watched.get(element);
    const finding = watched?.composer.findingAt(event.clientX, event.clientY);
    if (!watched || finding === undefined) return;
    // Asked at once: the worker may open the panel only while the gesture lasts.
    this.#send(ask('page-show', { client: watched.client, finding }));
    for (const other of this.#watched.values()) other.composer.show(other === watched ? finding : null);
  }

  #hear(news: PageNews): Promise<unknown> | undefined {
    const all = [...this.#watched.values()];
    switch (news.kind) {
      case 'stop':
        this.#tellGone();
        this.#stop();
        return Promise.resolve(true);
      case 'recheck':
        this.#recheck();
        return Promise.resolve(true);
      case 'show':
        for (const { client, composer } of all) {
          composer.show(client === news.client ? news.finding : null);
          composer.reveal();
        }
        return Promise.resolve(true);
      case 'insert':
        return all.find(({ client }) => client === news.client)?.composer.insert(news.text);
      case 'apply':
        // Of several frames only the one that has the editor answers.
        return all.find(({ client }) => client === news.client)?.apply(news.id, news.edits);
    }
  }

  #stayAwake(): void {
    if (isOrphaned()) this.#stop();
    else if (this.#watched.size > 0 && document.visibilityState === 'visible')
      this.#send(ask('page-awake', {}));
  }

  /** A page outlives the extension's updates: then it is left as it was. */
  #send(work: Promise<unknown>): void {
    work.catch(() => isOrphaned() && this.#stop());
  }

  #stop(): void {
    this.#over.abort();
    for (const { composer } of this.#watched.values()) composer.dispose();
    this.#watched.clear();
    this.#painter.dispose();
    world[RUNNING] = false;
  }
}
