/** Asked before a view with unsaved input is left. The draft itself survives either way, in this tab. */
import type { Catalogue } from '../i18n/index.svelte.ts';
import { questions } from './question.svelte.ts';

export async function mayLeave(t: Catalogue): Promise<boolean> {
  const choice = await questions.ask({
    title: t.editor.leaveTitle,
    text: t.editor.leaveText,
    choices: [{ id: 'leave', label: t.editor.leave }],
    cancel: t.editor.stay,
  });
  return choice === 'leave';
}
