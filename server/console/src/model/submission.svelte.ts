/** A form on its way to the server: whether it is under way, and what is missing or was refused, field by field. */
import { tick } from 'svelte';
import type { FieldProblem } from '../api/client.ts';
import { i18n } from '../i18n/index.svelte.ts';
import { failureText } from './failures.ts';
import { showFault } from './fault.ts';
import { notices } from './notices.svelte.ts';
import { problemsAt } from './pointers.ts';
import { asApiError } from './resource.svelte.ts';

export class Submission {
  busy = $state(false);
  #asked = $state(false);
  #refused = $state.raw<FieldProblem[]>([]);
  readonly #gaps: () => FieldProblem[];

  /** `gaps`: what is missing as the form stands. It is said once somebody tries to send it. */
  constructor(gaps: () => FieldProblem[] = () => []) {
    this.#gaps = gaps;
  }

  at(pointer: string): string[] {
    const problems = [...this.#refused, ...(this.#asked ? this.#gaps() : [])];
    return problemsAt(problems, pointer).map(i18n.t.problem);
  }

  /**
   * Sends nothing while a field of `form` is at fault, and goes to the first of them; so too when the server refuses.
   * A failure that is about no field becomes a notice. `stale`: somebody else saved since.
   */
  async send(form: HTMLElement, work: () => Promise<void>, stale?: () => Promise<void>): Promise<void> {
    this.#asked = true;
    this.#refused = [];
    await tick();
    if (this.busy || showFault(form)) return;
    await this.run(work, stale);
    await tick();
    if (this.#refused.length > 0) showFault(form);
  }

  /** As `send`, for what needs no whole form. */
  async run(work: () => Promise<void>, stale?: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.#refused = [];
    try {
      await work();
      this.#asked = false;
    } catch (failure) {
      const error = asApiError(failure);
      if (stale && error.status === 412) return void stale();
      this.#refused = error.problems;
      if (error.problems.length === 0) notices.fail((t) => failureText(error, t));
    } finally {
      this.busy = false;
    }
  }
}
