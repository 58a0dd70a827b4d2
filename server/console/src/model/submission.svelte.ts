/** A form on its way to the server: whether it is under way, and what was refused, field by field. */
import type { FieldProblem } from '../api/client.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { problemsAt } from './pointers.ts';
import { asApiError } from './resource.svelte.ts';

export class Submission {
  busy = $state(false);
  #refused = $state.raw<FieldProblem[]>([]);

  at(pointer: string): string[] {
    return problemsAt(this.#refused, pointer);
  }

  /** A failure that is about no field becomes a notice. */
  async run(t: Catalogue, work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.#refused = [];
    try {
      await work();
    } catch (failure) {
      const error = asApiError(failure);
      this.#refused = error.problems;
      if (error.problems.length === 0) notices.fail(failureText(error, t));
    } finally {
      this.busy = false;
    }
  }
}
