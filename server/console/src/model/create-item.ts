/** A new item under a name that is free: items are named by their titles, and titles recur. */
import { content } from '../api/resources.ts';
import type { ContentItem, ContentRecord } from '../api/types.ts';
import { asApiError } from './resource.svelte.ts';

/** 412 where there is an item of that title and page already. */
export async function createItem(item: ContentItem, state?: 'draft' | 'approved'): Promise<ContentRecord> {
  for (let id = item.id, number = 2; ; id = `${item.id}-${number++}`) {
    try {
      return await content.put({ ...item, id }, 0, state);
    } catch (thrown) {
      if (asApiError(thrown).status !== 412 || (await content.get(id)).item.url === item.url) throw thrown;
    }
  }
}
