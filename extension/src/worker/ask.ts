// Typed questions to the worker, for panel and pages.
import { request } from '../platform/messages.ts';
import type { AnswerOf, RequestKind, RequestOf } from './protocol.ts';

export async function ask<K extends RequestKind>(
  kind: K,
  what: Omit<RequestOf<K>, 'kind'>,
): Promise<AnswerOf<K>> {
  return (await request({ kind, ...what })) as AnswerOf<K>;
}

/** Once more when the worker was stopped before it answered: for what may well be done twice. */
export function askTwice<K extends RequestKind>(
  kind: K,
  what: Omit<RequestOf<K>, 'kind'>,
): Promise<AnswerOf<K>> {
  return ask(kind, what).catch(() => ask(kind, what));
}
