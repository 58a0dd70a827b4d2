// Drives the update machine of the core: fetches what it asks for, checks signatures, hands back the answers.
// All decisions are the machine's; see core/include/herold/update.h.

import type { ContentItem, LocalText } from './types';

export type UpdateRole = 'root' | 'timestamp' | 'snapshot' | 'targets' | 'bundle';

/** Stable, for the interface to turn into its own words. */
export type RefusalCode =
  | 'unreachable' // the transport failed; nothing is wrong with what is stored
  | 'missing' // the repository does not have a file that it must have
  | 'too-large'
  | 'malformed'
  | 'unsupported-version' // a specification version this client does not know
  | 'wrong-root' // not the root that the invitation pins
  | 'signatures' // fewer valid signatures than the role's threshold
  | 'rollback' // older than what was already accepted
  | 'expired'
  | 'mismatch' // hash, length or version differs from what the role above announces
  | 'no-target' // the repository offers nothing for this channel
  | 'delegations' // the target would have to be looked up in delegated roles
  | 'wrong-organisation'
  | 'wrong-channel'
  | 'too-many-roots'
  | 'protocol'; // an answer the machine did not ask for

export interface Refusal {
  code: RefusalCode;
  role: UpdateRole;
  /** Plain English, for logs and details. */
  message: string;
}

/** What a client keeps between updates: exact texts as received, and which bundle is in force. */
export interface TrustedState {
  root: string;
  timestamp?: string;
  snapshot?: string;
  targets?: string;
  bundle?: { revision: number; sha256: string };
}

export interface UpdateState {
  organisation: string;
  channel: string;
  /** At enrolment only: FP of the invitation link. */
  fingerprint?: string;
  /** Default: the current time. */
  now?: Date;
  trusted: TrustedState;
}

export interface SignatureCheck {
  /** Ed25519 public key and signature in hexadecimal; the signature covers the UTF-8 bytes of `message`. */
  key: string;
  signature: string;
  message: string;
}

export type UpdateEvent =
  | {
      kind: 'start';
      organisation: string;
      channel: string;
      /** RFC 3339, UTC. */
      now: string;
      trusted: TrustedState;
      fingerprint?: string;
      /** SHA-256 of `trusted.root` in hexadecimal; needed with `fingerprint`. */
      rootSha256?: string;
    }
  /** `bytes: null`: the repository has no such file. */
  | { kind: 'fetched'; bytes: Uint8Array | null; sha256: string }
  | { kind: 'verified'; holds: boolean[] }
  | { kind: 'failed'; reason: string };

export type UpdateStep =
  | { step: 'fetch'; path: string; maxBytes: number }
  | { step: 'verify'; checks: SignatureCheck[] }
  /** `bundle` is there when it differs from the one in force. */
  | { step: 'done'; bundle?: string; trusted: TrustedState }
  | ({ step: 'refused'; trusted: TrustedState } & Refusal);

export interface Bundle {
  organisation: string;
  channel: string;
  revision: number;
  issuedAt: string;
  pack: unknown;
  content: ContentItem[];
  topics: Record<string, Record<string, string>>;
  roles: { id: string; label: LocalText }[];
  /** Bundles of before have none. */
  groups?: { id: string; label: LocalText }[];
  pages: unknown;
  /** `shortLinks`: what a short link begins with, before slug, hyphen and channel; absent: switched off. */
  settings: { pageMode?: 'offered' | 'forbidden'; shortLinks?: string; [name: string]: unknown };
}

export interface UpdateTransport {
  /** Path relative to the server's `/v1/updates/`; null when the server has no such file. Reads at most
   * `maxBytes` + 1 bytes, so that an endless answer ends. Throws when the server cannot be reached. */
  fetch(path: string, maxBytes: number): Promise<Uint8Array | null>;
  verify(checks: SignatureCheck[]): Promise<boolean[]>;
  sha256(bytes: Uint8Array): Promise<string>;
}

/** In every outcome `trusted` is to be stored; the bundle in force changes only with `updated`. */
export type UpdateOutcome =
  | { kind: 'updated'; bundle: Bundle; text: string; trusted: TrustedState }
  | { kind: 'current'; trusted: TrustedState }
  | { kind: 'refused'; refusal: Refusal; trusted: TrustedState };

/** The part of `Engine` that an update needs. */
export interface UpdateMachine {
  update(event: UpdateEvent): UpdateStep;
}

export async function runUpdate(
  engine: UpdateMachine,
  transport: UpdateTransport,
  state: UpdateState,
): Promise<UpdateOutcome> {
  let step = engine.update(await start(transport, state));
  while (step.step === 'fetch' || step.step === 'verify') {
    step = engine.update(await answer(transport, step));
  }
  const { trusted } = step;
  if (step.step === 'refused') {
    const { code, role, message } = step;
    return { kind: 'refused', refusal: { code, role, message }, trusted };
  }
  if (step.bundle === undefined) return { kind: 'current', trusted };
  return { kind: 'updated', bundle: JSON.parse(step.bundle) as Bundle, text: step.bundle, trusted };
}

async function start(transport: UpdateTransport, state: UpdateState): Promise<UpdateEvent> {
  const { organisation, channel, trusted, fingerprint } = state;
  const now = (state.now ?? new Date()).toISOString();
  const event: UpdateEvent = { kind: 'start', organisation, channel, now, trusted };
  if (fingerprint === undefined) return event;
  const rootSha256 = await transport.sha256(new TextEncoder().encode(trusted.root));
  return { ...event, fingerprint, rootSha256 };
}

async function answer(
  transport: UpdateTransport,
  step: Extract<UpdateStep, { step: 'fetch' | 'verify' }>,
): Promise<UpdateEvent> {
  try {
    if (step.step === 'verify') return { kind: 'verified', holds: await transport.verify(step.checks) };
    const bytes = await transport.fetch(step.path, step.maxBytes);
    return { kind: 'fetched', bytes, sha256: bytes ? await transport.sha256(bytes) : '' };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
