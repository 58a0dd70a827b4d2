/** Removing with a way back: a guideline by the server's restore. */
import { guidelines } from '../api/resources.ts';
import { path, router } from '../router.svelte.ts';
import { failureText } from './failures.ts';
import { notices } from './notices.svelte.ts';
import { asApiError } from './resource.svelte.ts';

/** True when it was removed: only as `version`, which the person has seen. */
export async function removeGuideline(id: string, version: number): Promise<boolean> {
  try {
    await guidelines.remove(id, version);
  } catch (failure) {
    notices.fail((t) => failureText(asApiError(failure), t));
    return false;
  }
  notices.say((t) => t.editor.removed(id), { label: (t) => t.common.undo, run: () => void bringBack(id) });
  return true;
}

async function bringBack(id: string): Promise<void> {
  try {
    await guidelines.restore(id);
    await router.go(path('guidelines', id));
  } catch (failure) {
    notices.fail((t) => failureText(asApiError(failure), t));
  }
}
