// The connection to LinkedIn's Posts API: made and used on the person's click alone. The token is sealed on this
// device; nothing posts, renews or retries by itself.
import type { createPost, Member, readMember } from '../linkedin/api.ts';
import {
  type Attempt,
  authorizationAddress,
  type Connector,
  newAttempt,
  readReturn,
} from '../linkedin/oauth.ts';
import type { LinkedInPost, PostOutcome } from '../linkedin/post.ts';
import type { Sealed } from '../platform/vault.ts';
import { Refused, type Server } from '../sync/server.ts';
import { Epoch } from './epoch.ts';
import type { LinkedInProblem, LinkedInView } from './protocol.ts';

/** LinkedIn's authorization codes last half an hour; a forgotten tab is no attempt any more. */
const ATTEMPT_MS = 10 * 60_000;
const WARN_MS = 7 * 24 * 3_600_000;
const PURPOSE = 'linkedin';

export interface LinkedInRecord {
  sealed: Sealed;
  /** In milliseconds since 1970. */
  expiresAt: number;
}

export interface LinkedInAttempt extends Attempt {
  startedAt: number;
}

interface Connected extends Member {
  token: string;
}

interface Surroundings {
  record: () => Promise<LinkedInRecord | undefined>;
  setRecord: (record: LinkedInRecord | null) => Promise<void>;
  attempt: () => Promise<LinkedInAttempt | undefined>;
  setAttempt: (attempt: LinkedInAttempt | null) => Promise<void>;
  problem: () => Promise<LinkedInProblem | undefined>;
  setProblem: (problem: LinkedInProblem | null) => Promise<void>;
  seal: (secret: string, purpose: string) => Promise<Sealed>;
  unseal: (sealed: Sealed, purpose: string) => Promise<string | null>;
  destroyKey: () => Promise<void>;
  readMember: typeof readMember;
  createPost: typeof createPost;
  now: () => number;
}

export class LinkedIn {
  readonly #around: Surroundings;
  #posting = false;
  /** Ends with each connection: what began before keeps nothing afterwards. */
  readonly #epoch = new Epoch();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** What the panel shows. */
  async view(): Promise<LinkedInView> {
    const [record, attempt, problem] = await Promise.all([
      this.#around.record(),
      this.#attempt(),
      this.#around.problem(),
    ]);
    const waiting = attempt?.redirectUri ?? null;
    if (!record) return { connected: null, waiting, problem: problem ?? null };
    const connected = await this.#connected(record);
    if (!connected) return { connected: null, waiting, problem: problem ?? 'expired' };
    const { name } = connected;
    const until = new Date(record.expiresAt).toISOString();
    const endsSoon = record.expiresAt - this.#around.now() < WARN_MS;
    return { connected: { name, until, endsSoon }, waiting, problem: problem ?? null };
  }

  /** The page of LinkedIn to open. */
  async begin(connector: Connector, server: string): Promise<string> {
    const attempt = { ...newAttempt(server), startedAt: this.#around.now() };
    await this.#around.setProblem(null);
    await this.#around.setAttempt(attempt);
    return authorizationAddress(connector, attempt);
  }

  /** An address that a tab came to. One that answers no attempt of ours changes nothing. */
  async finish(address: string, server: Server): Promise<void> {
    const isStill = this.#epoch.begin();
    const attempt = await this.#attempt();
    const returned = attempt ? readReturn(address, attempt) : null;
    if (!attempt || !returned) return;
    await this.#around.setAttempt(null); // Once: a second panel that saw the tab too finds nothing.
    const problem =
      typeof returned === 'string' ? returned : await this.#exchange(returned.code, attempt, server, isStill);
    if (isStill()) await this.#around.setProblem(problem);
  }

  async post(post: LinkedInPost, { version }: Connector): Promise<PostOutcome> {
    const isStill = this.#epoch.begin();
    const record = await this.#around.record();
    const connected = record && (await this.#connected(record));
    if (!connected) return this.#mustConnect('expired', isStill);
    if (this.#posting) return { kind: 'unknown' };
    this.#posting = true;
    try {
      const outcome = await this.#around.createPost(post, { ...connected, version });
      return outcome.kind === 'connect' ? this.#mustConnect('revoked', isStill) : outcome;
    } finally {
      this.#posting = false;
    }
  }

  /** Nothing of it stays here. The permission at LinkedIn ends there, or by itself after 60 days. */
  async forget(): Promise<void> {
    this.#epoch.end();
    await this.#around.setAttempt(null);
    await this.#around.setRecord(null);
    await this.#around.setProblem(null);
    // Without the sealed text a key that the browser does not let go of opens nothing.
    await this.#around.destroyKey().catch(() => undefined);
  }

  async #mustConnect(problem: LinkedInProblem, isStill: () => boolean): Promise<PostOutcome> {
    if (isStill()) {
      await this.forget();
      await this.#around.setProblem(problem);
    }
    return { kind: 'connect' };
  }

  async #attempt(): Promise<LinkedInAttempt | undefined> {
    const attempt = await this.#around.attempt();
    const isCurrent = attempt && this.#around.now() - attempt.startedAt < ATTEMPT_MS;
    return isCurrent ? attempt : undefined;
  }

  async #exchange(
    code: string,
    { redirectUri }: Attempt,
    server: Server,
    isStill: () => boolean,
  ): Promise<LinkedInProblem | null> {
    try {
      const { accessToken, expiresIn } = await server.linkedInToken(code, redirectUri);
      const member = await this.#around.readMember(accessToken);
      if (!member) return 'no-member';
      const secret = JSON.stringify({ ...member, token: accessToken } satisfies Connected);
      if (!isStill()) return null; // Disconnected, or left: not even a key is to be made.
      const sealed = await this.#around.seal(secret, PURPOSE);
      if (!isStill()) return null;
      await this.#around.setRecord({ sealed, expiresAt: this.#around.now() + expiresIn * 1000 });
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** Null: the token has expired, or cannot be opened any more. */
  async #connected({ sealed, expiresAt }: LinkedInRecord): Promise<Connected | null> {
    if (expiresAt <= this.#around.now()) return null;
    const secret = await this.#around.unseal(sealed, PURPOSE);
    return secret === null ? null : (JSON.parse(secret) as Connected);
  }
}

function problemOf(error: unknown): LinkedInProblem {
  if (!(error instanceof Refused)) return 'unreachable';
  if (error.status === 404 || error.status === 409) return 'app';
  return error.status === 429 ? 'unreachable' : 'failed';
}
