/** What there is to read of publications: what people wrote, or what the server knows, in the reader's words. */
import type { AuditEntry, Publication } from '../api/types.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';

export function noteText({ note, restores }: Pick<Publication, 'note' | 'restores'>, t: Catalogue): string {
  return restores === null ? note : t.publish.restores(restores);
}

/** What an entry of the audit log is about. */
export function subjectText(
  { subject, publication }: Pick<AuditEntry, 'subject' | 'publication'>,
  t: Catalogue,
): string {
  if (!publication) return subject;
  return t.overview.published(publication.revision, t.channelName(publication.channel));
}
