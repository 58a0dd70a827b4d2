// Posting through LinkedIn's API, as far as the organisation has switched it on.
import { createPost, readMember } from '../linkedin/api.ts';
import { type Connector, readConnector } from '../linkedin/oauth.ts';
import type { LinkedInPost, PostOutcome } from '../linkedin/post.ts';
import { giveBackOrigins, LINKEDIN_API_ORIGINS } from '../platform/permissions.ts';
import { openTab } from '../platform/runtime.ts';
import { destroyKey, seal, unseal } from '../platform/vault.ts';
import { Server } from '../sync/server.ts';
import type { Guidelines } from './guidelines.ts';
import type { Keep } from './keep.ts';
import { LinkedIn } from './linkedin.ts';
import type { LinkedInView } from './protocol.ts';

export class Posting {
  readonly #keep: Keep;
  readonly #guidelines: Guidelines;
  readonly #tellState: () => Promise<unknown>;
  readonly #linkedIn: LinkedIn;

  /** `tellState` tells open panels what they show. */
  constructor(keep: Keep, guidelines: Guidelines, tellState: () => Promise<unknown>) {
    this.#keep = keep;
    this.#guidelines = guidelines;
    this.#tellState = tellState;
    this.#linkedIn = new LinkedIn({
      record: keep.linkedIn,
      setRecord: keep.setLinkedIn,
      attempt: keep.linkedInAttempt,
      setAttempt: keep.setLinkedInAttempt,
      problem: keep.linkedInProblem,
      setProblem: keep.setLinkedInProblem,
      seal,
      unseal,
      destroyKey,
      readMember,
      createPost,
      now: Date.now,
    });
  }

  /** Null: the organisation has not switched it on. */
  async view(): Promise<LinkedInView | null> {
    return (await this.#connector()) ? this.#linkedIn.view() : null;
  }

  /** Leaves neither token nor permission behind. */
  async forget(): Promise<void> {
    await this.#linkedIn.forget();
    await giveBackOrigins(LINKEDIN_API_ORIGINS);
  }

  async #connector(): Promise<Connector | null> {
    const { bundle } = await this.#guidelines.inForce();
    return readConnector(bundle?.settings.linkedin);
  }

  async connect(): Promise<null> {
    const [connector, membership] = await Promise.all([this.#connector(), this.#keep.membership()]);
    if (!connector || !membership) return null;
    const page = await this.#linkedIn.begin(connector, membership.server);
    await this.#tellState(); // Before the tab can come back.
    await openTab(page);
    return null;
  }

  async finish(address: string): Promise<null> {
    const membership = await this.#keep.membership();
    if (!membership) return null;
    await this.#linkedIn.finish(address, Server.of(membership));
    await this.#tellState();
    return null;
  }

  async post(post: LinkedInPost): Promise<PostOutcome> {
    const connector = await this.#connector();
    if (!connector) return { kind: 'forbidden' };
    const outcome = await this.#linkedIn.post(post, connector);
    if (outcome.kind === 'connect') await this.#tellState();
    return outcome;
  }

  async disconnect(): Promise<null> {
    await this.forget();
    await this.#tellState();
    return null;
  }

  /** An organisation that switches the connector off leaves no token behind. */
  async endWhereOff(): Promise<void> {
    const { bundle } = await this.#guidelines.inForce();
    if (!bundle || readConnector(bundle.settings.linkedin) || !(await this.#keep.linkedIn())) return;
    await this.forget();
  }
}
