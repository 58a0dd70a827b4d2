// Typed questions to the worker, for panel and pages.
import { request } from '../platform/messages.ts';
import type { AnswerOf, RequestKind, RequestOf } from './protocol.ts';

export async function ask<K extends RequestKind>(
  kind: K,
  what: Omit<RequestOf<K>, 'kind'>,
): Promise<AnswerOf<K>> {
  return (await request({ kind, ...what })) as AnswerOf<K>;
}
