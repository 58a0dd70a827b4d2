/** What a form holds and nobody saved yet. For use while a component is set up. */
import { onDestroy } from 'svelte';
import { i18n } from '../i18n/index.svelte.ts';
import { router } from '../router.svelte.ts';
import { type Draft, Drafts } from './drafts.ts';
import { mayLeave } from './leaving.ts';

const drafts = new Drafts(sessionStorage);

export const findUnsaved = <T, V = number>(name: string): Draft<T, V> | undefined => drafts.find<T, V>(name);

/** For a form that is about to be opened: it begins with this. */
export const putUnsaved = <T>(name: string, draft: Draft<T>): void => drafts.keep(name, draft);

/** At once, for what is about to be left. */
export const dropUnsaved = (name: string): void => drafts.drop(name);

/**
 * Kept in this tab under `name` for as long as `unsaved` gives something, so that a reload or an expired session loses
 * nothing; whoever leaves the view or closes the tab meanwhile is asked.
 */
export function keepUnsaved<T, V = number>(name: string, unsaved: () => Draft<T, V> | null): void {
  $effect(() => {
    const draft = unsaved();
    if (draft) drafts.keep(name, draft);
    else drafts.drop(name);
  });
  onDestroy(router.holdBack(() => unsaved() === null || mayLeave(i18n.t)));
  $effect(() => {
    const warn = (event: BeforeUnloadEvent) => unsaved() !== null && event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  });
}
