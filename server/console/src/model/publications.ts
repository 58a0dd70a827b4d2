/** What the server says of publications, in the reader's words; what people wrote stays as it is. */
import type { Catalogue } from '../i18n/index.svelte.ts';

/** The note of a publication: "restores revision 11" where it was restored. */
export function noteText(note: string, t: Catalogue): string {
  const revision = /^restores revision (\d+)$/.exec(note)?.[1];
  return revision ? t.publish.restores(Number(revision)) : note;
}

/** What an entry of the audit log is about: "8 on pilot" where that is a publication. */
export function subjectText(subject: string, t: Catalogue): string {
  const [, revision, channel] = /^(\d+) on (.+)$/.exec(subject) ?? [];
  return revision && channel ? t.overview.published(Number(revision), t.channelName(channel)) : subject;
}
