// What goes to the Posts API, made of the same message as the share window.
import { type Composed, type Post, textOfMessage } from '../share/index.ts';
import type { LinkedInPost, Visibility } from './post.ts';

/** An item's link becomes the card and need not stand below the text as well; other links stay where they are. */
export function linkedInPost({ title }: Post, { message }: Composed, visibility: Visibility): LinkedInPost {
  const { link } = message;
  if (!link || !title) return { text: textOfMessage(message), visibility, article: null };
  return {
    text: textOfMessage({ ...message, url: null }),
    visibility,
    article: { source: link, title },
  };
}
