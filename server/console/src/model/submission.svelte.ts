/** A form on its way to the server: whether it is under way, and what is missing or was refused, field by field. */
import { tick } from 'svelte';
import type { ApiError, FieldProblem } from '../api/client.ts';
import { i18n } from '../i18n/index.svelte.ts';
import { showFault } from './fault.ts';
import { problemsAt } from './pointers.ts';
import { asApiError } from './resource.svelte.ts';

/** Somebody else saved it since, or removed it. */
const isStale = ({ status }: ApiError) => status === 412 || status === 404;

export class Submission {
  busy = $state(false);
  /** Somebody tried to send it: from then on the form says what is missing. */
  asked = $state(false);
  /** What went wrong and is about no field; it is said where somebody pressed. */
  failure = $state.raw<ApiError>();
  #refused = $state.raw<FieldProblem[]>([]);
  readonly #gaps: () => FieldProblem[];

  /** `gaps`: what is missing as the form stands. */
  constructor(gaps: () => FieldProblem[] = () => []) {
    this.#gaps = gaps;
  }

  get problems(): FieldProblem[] {
    return [...this.#refused, ...(this.asked ? this.#gaps() : [])];
  }

  at(pointer: string): string[] {
    return problemsAt(this.problems, pointer, i18n.t.problem);
  }

  /**
   * Sends nothing while a field of `form` is at fault, and goes to the first of them; so too when the server refuses.
   * `stale`: somebody else was faster.
   */
  async send(form: HTMLElement, work: () => Promise<void>, stale?: () => Promise<unknown>): Promise<void> {
    this.forget();
    this.asked = true;
    await tick();
    if (this.busy || showFault(form)) return;
    await this.run(work, stale);
    await tick();
    if (this.#refused.length > 0) showFault(form);
  }

  /** As `send`, for what needs no whole form. */
  async run(work: () => Promise<void>, stale?: () => Promise<unknown>): Promise<void> {
    const error = await this.#attempt(work);
    if (!error) return;
    if (!stale || !isStale(error)) return this.#tell(error);
    await stale().catch((thrown) => this.#tell(asApiError(thrown)));
  }

  /** What was said of the last attempt. */
  forget(): void {
    this.asked = false;
    this.failure = undefined;
    this.#refused = [];
  }

  async #attempt(work: () => Promise<void>): Promise<ApiError | null> {
    this.busy = true;
    this.failure = undefined;
    this.#refused = [];
    try {
      await work();
      this.asked = false;
      return null;
    } catch (thrown) {
      return asApiError(thrown);
    } finally {
      this.busy = false;
    }
  }

  #tell(error: ApiError): void {
    this.#refused = error.problems;
    if (error.problems.length === 0) this.failure = error;
  }
}
