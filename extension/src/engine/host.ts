// The one engine of the worker. Made when first needed, from packaged bytes and the bundle last stored: the
// worker may have been stopped at any time, so nothing here is kept but what can be made again.
import {
  type Bundle,
  type CheckOptions,
  Engine,
  type Report,
  type Suggestion,
  type SuggestOptions,
} from '@herold/core';
import type { CheckAnswer, CheckRequest, Reader } from './protocol.ts';

interface EngineSources {
  wasm(): Promise<ArrayBuffer>;
  /** What words mean; fetched with the first question for content. */
  lexicon(): Promise<ArrayBuffer>;
  /** The last good bundle, if any. */
  bundle(): Promise<Bundle | undefined>;
  /** A secret term was recognised: drafts that hold it are to be checked again. */
  recognised(): void;
}

/** An answer at once; the texts and fixes that belong to it cost more and are made when asked for. */
export interface Checked {
  answer: CheckAnswer;
  report(): Promise<Report | undefined>;
}

/** How long nobody has typed before secret terms are looked for, at a slow hash each. */
const QUIET_MS = 400;

const NOTHING: Report = { language: '', findings: [] };

export class EngineHost {
  readonly #sources: EngineSources;
  #starting: Promise<Engine> | undefined;
  #hasGuidelines = false;
  /** Content in force that the engine has not read yet: only those who ask for suggestions wait for it. */
  #unread: Bundle | undefined;
  #hasContent = false;
  #hasLexicon = false;
  readonly #latest = new Map<string, number>();
  /** The check whose texts the engine still has. */
  #checked: symbol | undefined;
  #unsealing: ReturnType<typeof setTimeout> | undefined;

  constructor(sources: EngineSources) {
    this.#sources = sources;
  }

  engine(): Promise<Engine> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined; // The next question tries again.
      throw error;
    });
    return this.#starting;
  }

  /** Puts a bundle in force; false when its pack cannot be read: then the one before stays. */
  async use(bundle: Bundle): Promise<boolean> {
    return this.#load(await this.engine(), bundle);
  }

  /** After leaving: nothing is checked any more. */
  async forget(): Promise<void> {
    const engine = await this.#starting?.catch(() => undefined);
    clearTimeout(this.#unsealing);
    this.#starting = undefined;
    this.#reset();
    engine?.dispose();
  }

  async check(request: CheckRequest, reader: Reader): Promise<Checked> {
    const { client, id, draft, network, captions = [] } = request;
    this.#latest.set(client, id);
    const engine = await this.engine();
    if (this.#latest.get(client) !== id) return without({ kind: 'superseded', id });
    this.#latest.delete(client);
    if (!this.#hasGuidelines) return without({ kind: 'no-guidelines', id });
    // Before anything is written there is nothing to advise on.
    if (draft.trim() === '')
      return { answer: { kind: 'checked', id, records: [] }, report: async () => NOTHING };
    const known = [...captions, ...(reader.captions ?? [])];
    const at = new Date().toISOString();
    // An empty name is one that the core does not know.
    const where = network === '' ? {} : { network };
    const options = { ...reader, ...where, captions: known, language: 'auto', at };
    const records = [...this.#run(engine, draft, options)];
    const checked = this.#checked;
    return {
      answer: { kind: 'checked', id, records },
      report: () => this.#report(draft, options, checked),
    };
  }

  #run(engine: Engine, draft: string, options: CheckOptions): Uint32Array {
    const records = this.#guarded(() => engine.check(draft, options));
    this.#checked = Symbol();
    this.#unsealAfter(QUIET_MS, engine);
    return records;
  }

  /** The engine has the texts of its last check only: after another one the draft is checked again. */
  async #report(
    draft: string,
    options: CheckOptions,
    checked: symbol | undefined,
  ): Promise<Report | undefined> {
    const engine = await this.engine();
    if (!this.#hasGuidelines) return undefined;
    if (checked !== this.#checked) this.#run(engine, draft, options);
    return this.#guarded(() => engine.report());
  }

  async suggest(draft: string, options: SuggestOptions): Promise<Suggestion[]> {
    const engine = await this.engine();
    await this.#readContent(engine);
    if (!this.#hasContent) return [];
    return this.#guarded(() => engine.suggest(draft, { ...options, at: new Date().toISOString() }));
  }

  /** One sequence a turn, so that a keystroke never waits for more than one. */
  #unsealAfter(ms: number, engine: Engine): void {
    clearTimeout(this.#unsealing);
    if (engine.pending === 0) return;
    this.#unsealing = setTimeout(() => {
      try {
        if (this.#guarded(() => engine.unsealNext())) this.#sources.recognised();
        this.#unsealAfter(0, engine);
      } catch {
        // The next check starts over.
      }
    }, ms);
  }

  async #start(): Promise<Engine> {
    const [wasm, bundle] = await Promise.all([this.#sources.wasm(), this.#sources.bundle()]);
    const engine = await Engine.create(wasm);
    if (bundle) this.#load(engine, bundle);
    return engine;
  }

  #load(engine: Engine, bundle: Bundle): boolean {
    this.#checked = undefined;
    if (!this.#succeeds(() => engine.load(JSON.stringify(bundle.pack)).ok)) return false;
    this.#hasGuidelines = true;
    this.#unread = bundle;
    return true;
  }

  /** Content that cannot be read costs the suggestions, never the guidelines; a lexicon costs only its help. */
  async #readContent(engine: Engine): Promise<void> {
    if (this.#unread && !this.#hasLexicon) {
      const instance = this.#starting;
      const bytes = await this.#sources.lexicon().catch(() => undefined);
      // What is known now is about the one that took its place.
      if (this.#starting !== instance) return;
      this.#hasLexicon = this.#succeeds(() => {
        if (bytes) engine.loadLexicon(new Uint8Array(bytes));
        return bytes !== undefined;
      });
    }
    const bundle = this.#unread;
    if (!bundle) return;
    this.#unread = undefined;
    this.#hasContent = this.#succeeds(() => {
      engine.loadContent(JSON.stringify(bundle.content), JSON.stringify(bundle.topics));
      return true;
    });
  }

  /** A trap leaves the instance unusable: the next question gets a new one. */
  #guarded<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) {
        this.#starting = undefined;
        this.#reset();
      }
      throw error;
    }
  }

  #succeeds(run: () => boolean): boolean {
    try {
      return this.#guarded(run);
    } catch {
      return false;
    }
  }

  #reset(): void {
    this.#hasGuidelines = false;
    this.#unread = undefined;
    this.#hasContent = false;
    this.#hasLexicon = false;
  }
}

function without(answer: CheckAnswer): Checked {
  return { answer, report: async () => undefined };
}
