/**
 * A guideline while it is edited, as form and as JSON text at once. The form's JSON is `current`; text that a
 * person typed is kept letter by letter for as long as it says the same, and while it cannot be read the form
 * rests, so neither side overwrites the other.
 */
import type { Guideline } from '../api/types.ts';
import { type GuidelineForm, ordered, read, same, write } from './guideline.ts';
import { isRecord } from './texts.ts';

export interface Unsaved {
  guideline: Guideline;
  typed: string | null;
}

export class GuidelineDraft {
  form = $state() as GuidelineForm;
  saved = $state.raw<Guideline | null>(null);
  version = $state(0);
  /** Why the typed JSON cannot be read; empty while it can. */
  unreadable = $state('');
  #language = '';
  #base = $state.raw() as Guideline;
  #typed = $state<string | null>(null);

  readonly current = $derived(write(this.#base, $state.snapshot(this.form) as GuidelineForm, this.#language));
  readonly dirty = $derived(this.unreadable !== '' || this.saved === null || !same(this.current, this.saved));

  constructor(guideline: Guideline, version: number, defaultLanguage: string) {
    this.#language = defaultLanguage;
    this.#start(guideline);
    this.saved = version === 0 ? null : guideline;
    this.version = version;
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

  /** What to keep across a reload, and back. */
  unsaved(): Unsaved {
    return { guideline: this.current, typed: this.unreadable ? this.#typed : null };
  }

  resume({ guideline, typed }: Unsaved): void {
    this.#start(guideline);
    if (typed !== null) this.text = typed;
  }

  /** Goes back to the last readable state, giving up the typed text. */
  dropTyped(): void {
    this.#typed = null;
    this.unreadable = '';
  }

  savedAs(guideline: Guideline, version: number): void {
    this.saved = guideline;
    this.version = version;
    if (same(guideline, this.current)) this.#base = guideline;
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
