/**
 * A stored document under work: what is typed lies in this tab until it is saved, and is saved over the version it
 * stands on only; where somebody else was faster, the person says whose version goes on. For use while a component is
 * set up.
 */
import { ApiError } from '../api/client.ts';
import { asNew, sayTheirs, whoseVersion } from './conflict.ts';
import { focusHeading } from './focus.ts';
import type { Input } from './form-input.svelte.ts';
import { notices } from './notices.svelte.ts';
import { asApiError } from './resource.svelte.ts';
import { same } from './same.ts';
import { dropUnsaved, findUnsaved, keepUnsaved } from './unsaved.svelte.ts';

export interface Stored {
  /** 0 before it was first saved. A document in several parts has one for each. */
  version: number | Record<string, number>;
}

/** What to do where somebody else saved or removed the document meanwhile. */
export interface Overtaken<S> {
  theirs: () => Promise<S>;
  /** Sends what is typed, over the version that was taken. */
  save: () => Promise<unknown>;
  /** Sends it as a new document. */
  saveAsNew?: () => Promise<unknown>;
}

export class DocumentDraft<S extends Stored, T> {
  /** What the typing stands on; others may have saved since. */
  version = $state.raw() as S['version'];
  #isKept = $state(false);
  readonly #name: string;
  readonly #input: Input<S, T>;

  /** `name`: of what is unsaved, in this tab. */
  constructor(name: string, input: Input<S, T>) {
    const kept = findUnsaved<T, S['version']>(name);
    this.#name = name;
    this.#input = input;
    // What was typed over an older version is no answer to the newer one.
    this.version = kept?.base ?? input.stored.version;
    if (kept) input.show(kept.value);
    this.#isKept = kept !== undefined;
    keepUnsaved<T, S['version']>(name, () =>
      input.dirty ? { base: this.version, value: input.typed() } : null,
    );
  }

  get isNew(): boolean {
    return this.version === 0;
  }

  /** What is shown was typed before the form was opened. */
  get isResumed(): boolean {
    return this.#isKept && this.#input.dirty;
  }

  /** `put` stores what is typed; what is typed meanwhile is not saved yet. */
  async save(put: () => Promise<S>): Promise<void> {
    const typed = this.#input.typed();
    this.take(await put());
    this.#isKept = false;
    if (same(typed, this.#input.typed())) this.#input.reset();
    // At once, for what is about to be left.
    if (!this.#input.dirty) dropUnsaved(this.#name);
  }

  /** It is stored like this now. */
  take(stored: S): void {
    this.#input.stored = stored;
    this.version = stored.version;
  }

  /** Shows how somebody else stored it, unless something is typed. */
  follow(stored: S): void {
    if (this.#input.dirty) return;
    this.take(stored);
    this.#input.reset();
  }

  /** What is typed goes, for good. */
  drop(): void {
    this.#input.reset();
    this.version = this.#input.stored.version;
    this.#isKept = false;
    dropUnsaved(this.#name);
  }

  /** What is typed goes, with a way back. */
  discard(): void {
    const typed = this.#input.typed();
    const { version } = this;
    this.drop();
    void focusHeading();
    notices.say((t) => t.editor.discarded, {
      label: (t) => t.common.undo,
      run: () => {
        this.#input.show(typed);
        this.version = version;
      },
    });
  }

  /** Whether this is what is typed, as after a save whose answer was lost; then it is what the input stands on. */
  #isTyped(now: S): boolean {
    const { stored } = this.#input;
    this.#input.stored = now;
    if (this.#input.dirty) this.#input.stored = stored;
    return !this.#input.dirty;
  }

  /** The server refused: the version is not the newest any more. */
  async settle({ theirs, save, saveAsNew }: Overtaken<S>): Promise<unknown> {
    const now = await theirs().catch(asApiError);
    if (now instanceof ApiError) {
      if (now.status !== 404 || !saveAsNew) throw now;
      return (await asNew()) && saveAsNew();
    }
    if (this.#isTyped(now)) return this.drop();
    const choice = await whoseVersion();
    if (choice === null) return;
    this.take(now);
    if (choice === 'mine') return save();
    const mine = this.#input.typed();
    this.#input.reset();
    sayTheirs(() => this.#input.show(mine));
  }
}
