import type { ContentItem, Suggestion } from '@herold/core';
import type { SuggestedItem } from './protocol.ts';

/** The core names an item and its captions by id; the panel needs their texts. */
export function suggestedItem(content: ContentItem[], suggestion: Suggestion): SuggestedItem | undefined {
  const item = content.find(({ id }) => id === suggestion.item);
  if (!item) return undefined;
  const captions = suggestion.captions.flatMap(
    (id) => item.captions?.find((caption) => caption.id === id) ?? [],
  );
  return { item, captions, terms: suggestion.terms, topics: suggestion.topics };
}
