// What the panel says of a way of sharing: its name, what a click there does, and what became of it.
import type { Network } from '../share/index.ts';
import type { Words as Catalogue } from '../words/index.ts';

type Words = Catalogue['share'];

export const nameOf = ({ id, name }: Network, words: Words): string =>
  name ?? words.names[id as keyof Words['names']];

/** `name`: LinkedIn's second window is LinkedIn, too. */
export function actionOf({ id, medium }: Network, name: string, words: Words): string {
  if (id in words.actions) return words.actions[id as keyof Words['actions']];
  return medium === 'messenger' ? words.actionVia(name) : words.action(name);
}

export function hintOf({ id, prefills }: Network, name: string, hasWindow: boolean, words: Words): string {
  if (id === 'copy') return words.hintCopy;
  if (id === 'system') return words.hintSheet;
  if (!hasWindow) return words.hintNoWindow(name);
  return prefills === 'link' ? words.hintLink(name) : words.hint;
}

export function doneWith({ id, prefills }: Network, name: string, hasWindow: boolean, words: Words): string {
  if (id === 'system') return words.doneSheet;
  if (!hasWindow) return words.copied;
  if (id === 'email') return words.doneEmail;
  return prefills === 'link' ? words.doneLink(name) : words.done(name);
}
