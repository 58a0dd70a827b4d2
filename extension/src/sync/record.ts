// What sync keeps on the device: a bundle and the metadata that vouches for it, which never part.
import { type Bundle, type Refusal, type RefusalCode, sha256, type TrustedState } from '@herold/core';

/** Refusals of the update machine, and two of our own. */
export type UpdateProblemCode =
  | RefusalCode
  /** The server no longer knows this device. */
  | 'not-enrolled'
  /** The pack of a bundle could not be read by this version of the core. */
  | 'unreadable-pack';

export interface UpdateProblem {
  code: UpdateProblemCode;
  role?: Refusal['role'];
}

/** Nothing mends itself then: only a new invitation does. */
export function needsInvitation({ code }: UpdateProblem): boolean {
  return code === 'not-enrolled' || code === 'too-many-roots';
}

export interface SyncRecord {
  trusted: TrustedState;
  /** Exact text of the bundle in force. */
  bundle?: string;
  /** When it came into force, and when the server last confirmed that it is the newest. */
  updatedAt?: string;
  checkedAt?: string;
  /** The organisation's newest revision at that time, whichever channel it was for. */
  seenRevision: number;
  /** Why the last attempt changed nothing; absent after a success. */
  problem?: UpdateProblem;
}

export function freshRecord(root: string): SyncRecord {
  return { trusted: { root }, seenRevision: -1 };
}

/**
 * The record with its bundle, if the stored text is still the one that was verified. A damaged one is dropped
 * together with the metadata that calls it current, so that the next update fetches it anew.
 */
export async function openRecord(
  stored: SyncRecord | undefined,
  root: string,
): Promise<{ record: SyncRecord; bundle?: Bundle }> {
  if (!stored) return { record: freshRecord(root) };
  if (stored.bundle === undefined && !stored.trusted.bundle) return { record: stored };
  const bundle = await intact(stored);
  return bundle ? { record: stored, bundle } : { record: freshRecord(root) };
}

async function intact({ trusted, bundle }: SyncRecord): Promise<Bundle | undefined> {
  try {
    const text = bundle as string;
    if ((await sha256(new TextEncoder().encode(text))) !== trusted.bundle?.sha256) return undefined;
    return JSON.parse(text) as Bundle;
  } catch {
    return undefined;
  }
}
