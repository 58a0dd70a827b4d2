// The asking side, in a page or in the panel. Numbers the questions of one editor, drops answers that came too
// late, and asks once more when the worker was stopped before it answered.
import type { CheckAnswer, CheckRequest } from './protocol.ts';

/** Sends to the worker; throws when no answer came. `T` carries the answer and whatever else comes with it. */
type Send<T extends { answer: CheckAnswer }> = (request: CheckRequest) => Promise<T>;

export class EngineClient<T extends { answer: CheckAnswer }> {
  readonly #client: string;
  readonly #send: Send<T>;
  #latest = 0;

  constructor(client: string, send: Send<T>) {
    this.#client = client;
    this.#send = send;
  }

  /** Undefined when a later question was asked meanwhile; otherwise throws when it was asked twice in vain. */
  async check(draft: string, network: string, captions: string[] = []): Promise<T | undefined> {
    this.#latest += 1;
    const request: CheckRequest = { client: this.#client, id: this.#latest, draft, network };
    if (captions.length > 0) request.captions = captions;
    const reply = await this.#sendTwice(request).catch((error: unknown) => {
      if (this.#isLatest(request)) throw error;
      return undefined;
    });
    return this.#isLatest(request) && reply?.answer.kind !== 'superseded' ? reply : undefined;
  }

  async #sendTwice(request: CheckRequest): Promise<T | undefined> {
    try {
      return await this.#send(request);
    } catch {
      if (!this.#isLatest(request)) return undefined;
      return this.#send(request);
    }
  }

  #isLatest(request: CheckRequest): boolean {
    return request.id === this.#latest;
  }
}
