// What goes to the Posts API, made of the same message as the share window.
import { type Composed, type Post, textOfMessage } from '../share/index.ts';
import { shortened } from '../share/shorten.ts';
import type { LinkedInPost, Visibility } from './post.ts';

/** In UTF-16 units; where the title is not shorter, LinkedIn refuses the whole post. */
const TITLE_LIMIT = 400;

/** An item's link becomes the card and need not stand below the text as well; other links stay where they are. */
export function linkedInPost({ title }: Post, { message }: Composed, visibility: Visibility): LinkedInPost {
  const { link } = message;
  if (!link || !title) return { text: textOfMessage(message), visibility, article: null };
  return {
    text: textOfMessage({ ...message, url: null }),
    visibility,
    article: { source: link, title: shortened(title, ({ length }) => length < TITLE_LIMIT) },
  };
}
