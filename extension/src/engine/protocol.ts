// What travels between those who write and the engine in the worker.
import type { CheckOptions } from '@herold/core';

/** `client` names one editor; of its questions only the one with the highest `id` matters. */
export interface CheckRequest {
  client: string;
  id: number;
  draft: string;
  /** By the pack's names; empty: none is known, as for what is only copied. */
  network: string;
  /** Captions that this draft starts from, beside those that the device remembers. */
  captions?: string[];
}

export type CheckAnswer =
  /** A later question of this client made this one pointless. */
  | { kind: 'superseded'; id: number }
  /** No guidelines have arrived yet. */
  | { kind: 'no-guidelines'; id: number }
  /** Four numbers a finding, as in Engine.check. */
  | { kind: 'checked'; id: number; records: number[] };

/** Who reads: what every check of this device takes from enrolment and settings. */
export type Reader = Pick<CheckOptions, 'role' | 'groups' | 'reader' | 'ignore' | 'captions'>;
