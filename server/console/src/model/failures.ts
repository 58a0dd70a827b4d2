/** An ApiError in the reader's words; the server's own are appended where it has something specific to say. */
import type { ApiError } from '../api/client.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';

export function failureText(error: ApiError, t: Catalogue): string {
  const words = t.failures;
  if (error.status === 0) return words.unreachable;
  if (error.status === 403) return words.forbidden;
  if (error.status === 404) return words.gone;
  if (error.status === 412) return words.stale;
  if (error.status === 413) return words.tooLarge;
  if (error.status === 429) return words.tooMany;
  if (error.status >= 500) return words.server(error.message.replace(/\.$/, ''));
  return error.message === '' ? words.unknown : t.problem(error.message);
}
