import type { Catalogue } from '../i18n/index.svelte.ts';
import { notices } from './notices.svelte.ts';
import { questions } from './question.svelte.ts';

/** Someone saved in the meantime: asks whose version goes on. Null for "leave it". */
export function whoseVersion(t: Catalogue): Promise<string | null> {
  const { conflictTitle, conflictText, conflictTheirs, conflictMine } = t.editor;
  return questions.ask({
    title: conflictTitle,
    text: conflictText,
    choices: [
      { id: 'theirs', label: conflictTheirs },
      { id: 'mine', label: conflictMine, tone: 'primary' },
    ],
    cancel: t.common.cancel,
  });
}

/** What stands here now is theirs; `back` brings back what was typed. */
export function sayTheirs(back: () => void): void {
  notices.say((t) => t.editor.conflictTaken, { label: (t) => t.editor.conflictBack, run: back });
}

/** Someone removed it in the meantime: whether what stands here becomes a new one. */
export async function asNew(t: Catalogue): Promise<boolean> {
  const { goneTitle, goneText, goneAgain } = t.editor;
  const choice = await questions.ask({
    title: goneTitle,
    text: goneText,
    choices: [{ id: 'again', label: goneAgain, tone: 'primary' }],
    cancel: t.common.cancel,
  });
  return choice === 'again';
}
