/** Taking an item back from every device, after asking by name. */
import { content } from '../api/resources.ts';
import type { ContentRecord } from '../api/types.ts';
import { i18n } from '../i18n/index.svelte.ts';
import { questions } from './question.svelte.ts';

/** Whether somebody said yes. What is removed from the library goes to no archive. */
export async function mayWithdraw(
  { item }: Pick<ContentRecord, 'item'>,
  isRemoved: boolean,
): Promise<boolean> {
  const t = i18n.t.library;
  const choice = await questions.ask({
    title: t.withdrawTitle(item.title),
    text: isRemoved ? t.withdrawTextRemoved : t.withdrawText,
    choices: [{ id: 'withdraw', label: t.withdraw, tone: 'danger' }],
    cancel: i18n.t.common.cancel,
  });
  return choice === 'withdraw';
}

export const withdraw = ({ item, version }: Pick<ContentRecord, 'item' | 'version'>) =>
  content.withdraw(item.id, version);
