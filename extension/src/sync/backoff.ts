// Waits that double, with jitter, so that a thousand devices do not return to a server in one instant.

const FIRST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** How long to wait after one more failure: between half and all of the doubled wait. */
  failed(): number {
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures);
    this.#failures += 1;
    return wait / 2 + (this.#random() * wait) / 2;
  }
}
