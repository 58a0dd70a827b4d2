// One composer of a page: asks the worker about its text, and takes fixes for exactly the text that was asked about.

import type { TextEdit } from '../editor/apply-fix.ts';
import { Composer, type Spot, spotsOf } from '../editor/composer.ts';
import type { Place } from '../editor/pages.ts';
import type { Painter } from '../editor/painter.ts';
import type { Recogniser } from '../editor/recognise.ts';
import { EngineClient } from '../engine/client.ts';
import type { CheckRequest } from '../engine/protocol.ts';
import { ask } from '../worker/ask.ts';

interface WatchOptions {
  network: string;
  recogniser: Recogniser;
  skip: string;
  painter: Painter;
}

export class WatchedComposer {
  readonly client = crypto.randomUUID();
  readonly composer: Composer;
  readonly #network: string;
  readonly #place: Place;
  readonly #engine: EngineClient<Awaited<ReturnType<typeof askPage>>>;
  /** When it was last written in, or entered; 0: never. */
  #usedAt = 0;
  #checked: { id: number; text: string } | undefined;

  constructor(element: HTMLElement, place: Place, { network, recogniser, skip, painter }: WatchOptions) {
    this.#network = network;
    this.#place = place;
    this.#engine = new EngineClient(this.client, (request) => this.#ask(request));
    const check = (text: string) => this.#check(text);
    this.composer = new Composer(element, {
      skip,
      painter,
      check,
      mayRead: () => recogniser.mayRead(element),
    });
  }

  use(): void {
    this.#usedAt = Date.now();
  }

  apply(id: number, edits: readonly TextEdit[]): Promise<boolean> {
    if (this.#checked?.id !== id) return Promise.resolve(false);
    return this.composer.apply(edits, this.#checked.text);
  }

  /** No answer leaves what is painted as it is; the next change asks again. */
  async #check(text: string): Promise<Spot[] | undefined> {
    if (this.#checked && text !== this.#checked.text) this.use();
    const reply = await this.#engine.check(text, this.#network).catch(() => undefined);
    if (!reply) return undefined;
    const { answer } = reply;
    this.#checked = { id: answer.id, text };
    return answer.kind === 'checked' ? spotsOf(answer.records) : [];
  }

  #ask(request: CheckRequest): ReturnType<typeof askPage> {
    return askPage({
      request,
      place: this.#place,
      usedAt: this.#usedAt,
      shown: this.#shownIn(request.draft),
    });
  }

  /** Indexes count in one answer: for another text none is known yet. */
  #shownIn(text: string): number | null {
    return text === this.#checked?.text ? this.composer.shown : null;
  }
}

const askPage = (what: Parameters<typeof ask<'page-check'>>[1]) => ask('page-check', what);
