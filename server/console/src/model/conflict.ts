import type { Catalogue } from '../i18n/index.svelte.ts';
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
