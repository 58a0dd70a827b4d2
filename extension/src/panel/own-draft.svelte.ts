// What the person writes in the panel: the draft, and their wordings of captions. One in all windows, kept in memory
// only, checked as it is typed.
import type { Report } from '@herold/core';
import { changeBetween } from '../editor/shift.ts';
import { EngineClient } from '../engine/client.ts';
import type { CheckAnswer } from '../engine/protocol.ts';
import { session as memory, onSessionChange } from '../platform/storage.ts';
import { ask, askTwice } from '../worker/ask.ts';
import type { SuggestedItem } from '../worker/protocol.ts';
import { shiftFindings, shownFindings } from './findings.ts';

const SUGGEST_PAUSE_MS = 300;
const WRITTEN = 'written';

interface Written {
  text: string;
  /** By item and caption. */
  wordings: Record<string, string>;
  /** The panel it was written in. */
  by: string;
}

type Reply = { answer: CheckAnswer; report?: Report };

export class OwnDraft {
  text = $state('');
  /** What was found in exactly that text, ranges moved along while a check is under way. */
  report = $state.raw<Report | null>(null);
  /** Null: what fits is still being looked for. */
  suggestions = $state.raw<SuggestedItem[] | null>(null);
  engineFailed = $state(false);
  #wordings = $state.raw<Record<string, string>>({});
  readonly findings = $derived(shownFindings(this.report?.findings ?? []));

  readonly #id = crypto.randomUUID();
  readonly #engine = new EngineClient<Reply>(this.#id, (request) => ask('check', { request }));
  readonly #network: () => string;
  #suggesting: ReturnType<typeof setTimeout> | undefined;

  /** `network`: the one that it is written for. */
  constructor(network: () => string) {
    this.#network = network;
  }

  async start(): Promise<void> {
    const written = await memory.get<Written>(WRITTEN);
    this.text = written?.text ?? '';
    this.#wordings = written?.wordings ?? {};
    this.#followOtherWindows();
    await this.check();
  }

  /** A keystroke. */
  write(text: string): void {
    if (this.#take(text)) this.#keep();
  }

  /** The person's own wording of a caption; undefined while it is as it was offered. */
  wordingOf(item: string, caption: string): string | undefined {
    return this.#wordings[`${item}/${caption}`];
  }

  /** All that the person wrote to an item, whichever captions it has now. */
  wordingsOf(item: string): string[] {
    const own = Object.entries(this.#wordings).filter(([key]) => key.startsWith(`${item}/`));
    return own.map(([, text]) => text).filter((text) => text.trim() !== '');
  }

  /** Nothing that a person typed is lost to another variant, network or draft. */
  reword(item: string, caption: string, text: string | undefined): void {
    const { [`${item}/${caption}`]: _, ...others } = this.#wordings;
    this.#wordings = text === undefined ? others : { ...others, [`${item}/${caption}`]: text };
    this.#keep();
  }

  async check(): Promise<void> {
    const { text } = this;
    const network = this.#network();
    try {
      const reply = await this.#engine.check(text, network);
      if (!reply) return; // What is asked about since goes on.
      if (reply.report && text === this.text) this.report = reply.report;
      this.engineFailed = false;
    } catch {
      this.engineFailed = true;
    }
    clearTimeout(this.#suggesting);
    this.#suggesting = setTimeout(() => void this.#suggest(text, network), SUGGEST_PAUSE_MS);
  }

  /** For what was shared meanwhile. */
  suggestAnew(): void {
    void this.#suggest(this.text, this.#network());
  }

  forget(): void {
    this.text = '';
    this.report = null;
    this.suggestions = null;
    this.#wordings = {};
  }

  /** False: it is the same text. */
  #take(text: string): boolean {
    const change = changeBetween(this.text, text);
    if (!change) return false;
    // That nothing fits an empty draft says nothing of the first words.
    if (this.text.trim() === '' && this.suggestions?.length === 0) this.suggestions = null;
    this.text = text;
    if (this.report) this.report = { ...this.report, findings: shiftFindings(this.report.findings, change) };
    void this.check();
    return true;
  }

  /** Whichever window's panel it is written in. */
  #followOtherWindows(): void {
    onSessionChange<Written>(WRITTEN, (written) => {
      if (!written || written.by === this.#id) return;
      this.#wordings = written.wordings;
      this.#take(written.text);
    });
  }

  /** In memory: a closed panel keeps it, a closed browser does not. */
  #keep(): void {
    const written: Written = { text: this.text, wordings: this.#wordings, by: this.#id };
    // Nobody writes as much as it holds; what is on the screen stays there in any case.
    void memory.set({ [WRITTEN]: written }).catch(() => undefined);
  }

  async #suggest(text: string, network: string): Promise<void> {
    const suggestions = await askTwice('suggest', { draft: text, network }).catch(() => []);
    if (text === this.text) this.suggestions = suggestions;
  }
}
