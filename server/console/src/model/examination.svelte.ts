/**
 * Mistakes and failing examples of a pack, found by the same core that publishes, a moment after the last key. For use
 * while a component is set up.
 */
import type { ExampleFailure, Problem } from '@herold/core';
import { askCore } from '../engine/core.ts';

const pauseMs = 150;

export class Examination {
  problems = $state.raw<Problem[]>([]);
  failures = $state.raw<ExampleFailure[]>([]);
  #examined = '';
  readonly #pack: () => string;

  constructor(pack: () => string) {
    this.#pack = pack;
    $effect(() => {
      const asked = pack();
      const timer = setTimeout(() => void this.#examine(asked), pauseMs);
      return () => clearTimeout(timer);
    });
  }

  /** What was found in older words says nothing of these: the server judges them. */
  forgetOlder(): void {
    if (this.#examined !== this.#pack()) this.problems = [];
  }

  async #examine(asked: string): Promise<void> {
    const report = await askCore({ kind: 'test', pack: asked }).catch(() => null);
    if (report === null || asked !== this.#pack()) return;
    this.#examined = asked;
    this.problems = report.problems;
    this.failures = report.failures;
  }
}
