/// <reference path="./glue.d.ts" />
import createHerold, { type HeroldModule, type NativeEngine } from '../../dist/herold.mjs';
import type { CheckOptions, LoadResult, Report, Suggestion, SuggestOptions, TestReport } from './types';
import type { UpdateEvent, UpdateStep } from './update';

/** Every UTF-16 unit becomes at most this many UTF-8 bytes. */
const UTF8_BYTES_PER_UNIT = 3;

/** Longer texts, packs above all, would make the core reserve three times what they need. */
const LONG_TEXT = 1 << 16;

/** The core, in one WebAssembly instance. Not reentrant; calls are synchronous and nothing is kept outside. */
export class Engine {
  #instance: { module: HeroldModule; native: NativeEngine } | undefined;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  #options = '';

  private constructor(module: HeroldModule) {
    this.#instance = { module, native: new module.Engine() };
  }

  /** Works under a content-security policy with 'wasm-unsafe-eval' alone. */
  static async create(wasm: ArrayBuffer | Uint8Array | WebAssembly.Module): Promise<Engine> {
    const compiled =
      wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm as BufferSource);
    return new Engine(await instantiate(compiled));
  }

  /** Reads a pack as a client does: broken guidelines are left out and named in `problems`. */
  load(pack: string): LoadResult {
    if (!this.#native.load(this.#write(pack))) throw new Error(this.#read());
    return JSON.parse(this.#read());
  }

  /** FINDING_STRIDE numbers per finding, sorted; a copy that later calls leave alone. */
  check(draft: string, options: CheckOptions): Uint32Array {
    this.#setOptions(options);
    if (!this.#native.check(this.#write(draft))) throw new Error(this.#read());
    return new Uint32Array(this.#outputBytes().buffer);
  }

  /** Texts and fixes of the last check. */
  report(): Report {
    return JSON.parse(this.reportJson());
  }

  /** The bytes that `herold check --format json` prints, without the final newline. */
  reportJson(): string {
    if (!this.#native.report()) throw new Error(this.#read());
    return this.#read();
  }

  /** How many sequences of words, of the drafts so far, may be secret terms. */
  get pending(): number {
    return this.#native.pending();
  }

  /**
   * Looks at one of them, which takes some 50 ms: when nobody types. True when it was a secret term: a further
   * `check` then finds it, in this and in later drafts. A report made in between is that of the check before.
   */
  unsealNext(): boolean {
    if (!this.#native.unsealNext()) throw new Error(this.#read());
    return this.#read() === 'true';
  }

  /** Runs the examples of a pack, as a publisher; the loaded pack stays. */
  test(pack: string): TestReport {
    if (!this.#native.test(this.#write(pack))) throw new Error(this.#read());
    return JSON.parse(this.#read());
  }

  /** What words mean, for the content loaded after it; without it words meet by their spelling alone. */
  loadLexicon(bytes: Uint8Array): void {
    const [, size] = this.#writeTwo('', bytes);
    if (!this.#native.loadLexicon(size)) throw new Error(this.#read());
  }

  /** What `suggest` chooses from: a bundle's `content` and `topics` as JSON. Broken items are left out. */
  loadContent(content: string, topics = '{}'): void {
    if (!this.#native.beginContent(this.#write(topics))) throw new Error(this.#read());
    for (let at = 0; at < content.length; ) {
      const end = at + pieceLength(content, at);
      if (!this.#native.addContent(this.#write(content.slice(at, end)))) throw new Error(this.#read());
      at = end;
    }
    if (!this.#native.endContent()) throw new Error(this.#read());
  }

  suggest(draft: string, options: SuggestOptions): Suggestion[] {
    const sizes = this.#writeTwo(draft, this.#encoder.encode(JSON.stringify(options)));
    if (!this.#native.suggest(...sizes)) throw new Error(this.#read());
    return JSON.parse(this.#read());
  }

  /** One turn of the update machine; `runUpdate` drives it. */
  update(event: UpdateEvent): UpdateStep {
    const bytes = event.kind === 'fetched' ? event.bytes : null;
    const head = event.kind === 'fetched' ? { ...event, bytes: undefined, found: bytes !== null } : event;
    const sizes = this.#writeTwo(JSON.stringify(head), bytes ?? new Uint8Array());
    if (!this.#native.update(...sizes)) throw new Error(this.#read());
    return JSON.parse(this.#read());
  }

  /** Size of the WebAssembly memory; it never shrinks. */
  get memoryBytes(): number {
    return this.#memory.length;
  }

  /** Gives the core's memory back, even while this object is still referred to; later calls throw. */
  dispose(): void {
    this.#instance?.native.delete();
    this.#instance = undefined;
  }

  get #native(): NativeEngine {
    return this.#live().native;
  }

  get #memory(): Uint8Array {
    return this.#live().module.HEAPU8;
  }

  #live() {
    if (!this.#instance) throw new Error('this engine is disposed');
    return this.#instance;
  }

  #setOptions(options: CheckOptions): void {
    const text = JSON.stringify(options);
    if (text === this.#options) return;
    if (!this.#native.setOptions(this.#write(text))) throw new Error(this.#read());
    this.#options = text;
  }

  #write(text: string): number {
    if (text.length > LONG_TEXT) return this.#writeTwo('', this.#encoder.encode(text))[1];
    return this.#encode(text, this.#native.reserve(text.length * UTF8_BYTES_PER_UNIT));
  }

  #writeTwo(text: string, bytes: Uint8Array): [number, number] {
    const address = this.#native.reserve(text.length * UTF8_BYTES_PER_UNIT + bytes.length);
    const size = this.#encode(text, address);
    this.#memory.set(bytes, address + size);
    return [size, bytes.length];
  }

  #encode(text: string, address: number): number {
    return this.#encoder.encodeInto(text, this.#memory.subarray(address)).written;
  }

  #read(): string {
    return this.#decoder.decode(this.#outputBytes());
  }

  #outputBytes(): Uint8Array<ArrayBuffer> {
    const start = this.#native.output();
    return this.#memory.slice(start, start + this.#native.outputSize()) as Uint8Array<ArrayBuffer>;
  }
}

/** Of the next piece of a text, which never parts the two halves of a character. */
function pieceLength(text: string, at: number): number {
  const isHighHalf = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
  const end = at + LONG_TEXT;
  return end < text.length && isHighHalf(text.charCodeAt(end - 1)) ? LONG_TEXT - 1 : LONG_TEXT;
}

function instantiate(compiled: WebAssembly.Module): Promise<HeroldModule> {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => {
      WebAssembly.instantiate(compiled, imports).then(done, reject);
      return {};
    };
    createHerold({ instantiateWasm }).then(resolve, reject);
  });
}
