import { ApiError } from '../api/client.ts';
import { i18n } from '../i18n/index.svelte.ts';
import { notices } from './notices.svelte.ts';
import { questions } from './question.svelte.ts';
import { asApiError } from './resource.svelte.ts';

/** Someone saved in the meantime: asks whose version goes on. Null for "leave it". */
export function whoseVersion(): Promise<string | null> {
  const { conflictTitle, conflictText, conflictTheirs, conflictMine } = i18n.t.editor;
  return questions.ask({
    title: conflictTitle,
    text: conflictText,
    choices: [
      { id: 'theirs', label: conflictTheirs },
      { id: 'mine', label: conflictMine, tone: 'primary' },
    ],
    cancel: i18n.t.common.cancel,
  });
}

/** What stands here now is theirs; `back` brings back what was typed. */
export function sayTheirs(back: () => void): void {
  notices.say((t) => t.editor.conflictTaken, { label: (t) => t.editor.conflictBack, run: back });
}

/** Someone removed it in the meantime: whether what stands here becomes a new one. */
export async function asNew(): Promise<boolean> {
  const { goneTitle, goneText, goneAgain } = i18n.t.editor;
  const choice = await questions.ask({
    title: goneTitle,
    text: goneText,
    choices: [{ id: 'again', label: goneAgain, tone: 'primary' }],
    cancel: i18n.t.common.cancel,
  });
  return choice === 'again';
}

/** Why a new document was not saved: where its id was taken, the field of the id says so in `words`. */
export function taken(thrown: unknown, words: string): ApiError {
  const error = asApiError(thrown);
  return error.status === 412 ? new ApiError(409, words, [{ pointer: '/id', message: words }]) : error;
}
