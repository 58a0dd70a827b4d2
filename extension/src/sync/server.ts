// The server's HTTP surface as far as a device uses it. No call carries text that a person wrote,
// but for a page that they propose, and the note they send along.
import { readAtMost } from '@herold/core';
import type { components } from './openapi.gen.ts';

type Schemas = components['schemas'];
type EnrolmentAnswer = Schemas['Enrolment'];
type Me = Schemas['Me'];
export type StoredThing = Schemas['StoredThing'];
export type ActivityCount = Schemas['ActivityCount'];
type ProposalOutcome = Schemas['ProposalOutcome'];

/** Answers are small; whatever is larger is not ours. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MS = 15_000;

/** The server could not be reached, did not answer in time, is in trouble, or something else answers in its place. */
export class Unreachable extends Error {}

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(`the server answered ${status}: ${detail}`);
  }
}

export class Server {
  readonly #base: string;
  readonly #token: string | undefined;

  constructor(base: string, token?: string) {
    this.#base = base;
    this.#token = token;
  }

  /** As the device that is enrolled there. */
  static of({ server, token }: { server: string; token: string }): Server {
    return new Server(server, token);
  }

  enrol(code: string): Promise<EnrolmentAnswer> {
    return this.#json('POST', '/v1/enrol', { code });
  }

  me(): Promise<Me> {
    return this.#json('GET', '/v1/me');
  }

  leave(): Promise<Schemas['Left']> {
    return this.#json('DELETE', '/v1/me');
  }

  countActivity(counts: ActivityCount[]): Promise<Schemas['ActivityReceipt']> {
    return this.#json('POST', '/v1/activity', { counts });
  }

  propose(page: Schemas['Proposal']): Promise<ProposalOutcome> {
    return this.#json('POST', '/v1/proposals', page);
  }

  proposal(id: string): Promise<ProposalOutcome> {
    return this.#json('GET', `/v1/proposals/${encodeURIComponent(id)}`);
  }

  /** LinkedIn's authorization code becomes the person's token, which the server does not keep. */
  linkedInToken(code: string, redirectUri: string): Promise<Schemas['LinkedInToken']> {
    return this.#json('POST', '/v1/linkedin/token', { code, redirectUri });
  }

  /** A file of the update repository; null when there is none. At most `maxBytes` + 1 bytes are read. */
  async updateFile(path: string, maxBytes: number): Promise<Uint8Array | null> {
    const response = await this.#fetch('GET', `/v1/updates/${path}`);
    if (response.status === 404) return null;
    if (!response.ok) throw await refusal(response);
    return readAtMost(response, maxBytes + 1);
  }

  async #json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.#fetch(method, path, body);
    if (!response.ok) throw await refusal(response);
    try {
      return JSON.parse(await text(response)) as T;
    } catch {
      throw new Unreachable('what answers is not the server'); // The sign-in page of a network, say.
    }
  }

  async #fetch(method: string, path: string, body?: unknown): Promise<Response> {
    const headers: Record<string, string> = {};
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    try {
      return await fetch(this.#base + path, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        cache: method === 'GET' ? 'no-cache' : 'no-store', // Asks again with If-None-Match.
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new Unreachable(error instanceof Error ? error.message : String(error));
    }
  }
}

async function text(response: Response): Promise<string> {
  return new TextDecoder().decode(await readAtMost(response, MAX_ANSWER_BYTES));
}

async function refusal(response: Response): Promise<Refused | Unreachable> {
  if (response.status >= 500) return new Unreachable(`the answer is ${response.status}`);
  const body = await text(response).catch(() => '');
  return new Refused(response.status, problemDetail(body));
}

function problemDetail(body: string): string {
  try {
    const { detail, title } = JSON.parse(body) as { detail?: string; title?: string };
    return detail ?? title ?? '';
  } catch {
    return '';
  }
}
