/** What a form holds, beside what is stored. */
import { same } from './same.ts';

export interface Input<S, T> {
  /** What the input is compared with. Setting it leaves alone what is typed. */
  stored: S;
  /** Whether something is typed that is not stored. */
  readonly dirty: boolean;
  /** What is typed, to be kept and shown again. */
  typed(): T;
  show(typed: T): void;
  /** Shows what is stored. */
  reset(): void;
}

/** The input of a form that is all fields. */
export class FormInput<S, T> implements Input<S, T> {
  form = $state() as T;
  stored = $state.raw() as S;
  readonly #read: (stored: S) => T;
  readonly #meaning: (form: T) => unknown;
  readonly dirty = $derived.by(
    () => !same(this.#meaning(this.typed()), this.#meaning(this.#read(this.stored))),
  );

  /** `read`: the form of what is stored; `meaning`: what of a form counts when two are compared. */
  constructor(stored: S, read: (stored: S) => T, meaning: (form: T) => unknown = (form) => form) {
    this.#read = read;
    this.#meaning = meaning;
    this.stored = stored;
    this.form = read(stored);
  }

  typed(): T {
    return $state.snapshot(this.form) as T;
  }

  show(typed: T): void {
    this.form = typed;
  }

  reset(): void {
    this.form = this.#read(this.stored);
  }
}
