/**
 * A guideline while it is edited, as form and as JSON text at once. The form's JSON is `current`; text that a
 * person typed is kept letter by letter for as long as it says the same, and while it cannot be read the form
 * rests, so neither side overwrites the other.
 */
import type { Guideline, GuidelineRecord } from '../api/types.ts';
import type { Input } from './form-input.svelte.ts';
import { type GuidelineForm, read, write } from './guideline.ts';
import { ordered } from './guideline-keys.ts';
import { same } from './same.ts';
import { isRecord } from './texts.ts';

export interface Unsaved {
  guideline: Guideline;
  typed: string | null;
}

export class GuidelineDraft implements Input<GuidelineRecord, Unsaved> {
  form = $state() as GuidelineForm;
  /** Why the typed JSON cannot be read; empty while it can. */
  unreadable = $state('');
  readonly #language: string;
  #stored = $state.raw() as GuidelineRecord;
  #base = $state.raw() as Guideline;
  #typed = $state<string | null>(null);

  readonly current = $derived.by(() =>
    write(this.#base, $state.snapshot(this.form) as GuidelineForm, this.#language),
  );
  readonly dirty = $derived(this.unreadable !== '' || !same(this.current, this.#stored.guideline));

  constructor(record: GuidelineRecord, defaultLanguage: string) {
    this.#language = defaultLanguage;
    this.#stored = record;
    this.#start(record.guideline);
  }

  get stored(): GuidelineRecord {
    return this.#stored;
  }

  set stored(record: GuidelineRecord) {
    this.#stored = record;
    if (same(record.guideline, this.current)) this.#base = record.guideline;
  }

  get text(): string {
    const typed = this.#typed;
    if (typed !== null && (this.unreadable || same(parsed(typed), this.current))) return typed;
    return JSON.stringify(this.current, null, 2);
  }

  set text(typed: string) {
    if (typed === this.text) return;
    const value = parsed(typed);
    if (isGuideline(value)) {
      this.#start(value);
      this.unreadable = '';
    } else {
      this.unreadable = problemOf(typed);
    }
    this.#typed = typed;
  }

  typed(): Unsaved {
    return { guideline: this.current, typed: this.unreadable ? this.#typed : null };
  }

  show({ guideline, typed }: Unsaved): void {
    this.dropTyped();
    this.#start(guideline);
    if (typed !== null) this.text = typed;
  }

  reset(): void {
    if (this.dirty) this.show({ guideline: this.#stored.guideline, typed: null });
  }

  /** Goes back to the last readable state, giving up the typed text. */
  dropTyped(): void {
    this.#typed = null;
    this.unreadable = '';
  }

  #start(guideline: Guideline): void {
    this.#base = ordered(guideline);
    this.form = read(this.#base, this.#language);
    this.#typed = null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isGuideline = (value: unknown): value is Guideline =>
  isRecord(value) && typeof value.id === 'string' && typeof value.kind === 'string';

function problemOf(text: string): string {
  try {
    JSON.parse(text);
    return 'shape';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
