/** Removing with a way back: a guideline by the server's restore. */
import { guidelines } from '../api/resources.ts';
import type { Catalogue } from '../i18n/index.svelte.ts';
import { path, router } from '../router.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { asApiError } from './resource.svelte.ts';

export async function removeGuideline(id: string, t: Catalogue): Promise<boolean> {
  try {
    await guidelines.remove(id);
  } catch (failure) {
    notices.fail(failureText(asApiError(failure), t));
    return false;
  }
  notices.say(t.editor.removed(id), { label: t.common.undo, run: () => void bringBack(id, t) });
  return true;
}

async function bringBack(id: string, t: Catalogue): Promise<void> {
  try {
    await guidelines.restore(id);
    await router.go(path('guidelines', id));
  } catch (failure) {
    notices.fail(failureText(asApiError(failure), t));
  }
}
