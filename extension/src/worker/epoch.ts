/** What work began in. Work that waits for others asks afterwards whether it has ended meanwhile. */
export class Epoch {
  #ended = 0;

  /** Asked later, the answer tells whether it is still the same. */
  begin(): () => boolean {
    const began = this.#ended;
    return () => began === this.#ended;
  }

  end(): void {
    this.#ended += 1;
  }
}
