import type { Caption, ContentItem } from '@herold/core';
import type { Post } from '../share/index.ts';

/** What is shared of an item: the caption, with the disclosure in front and hashtags at the end where it lacks them. */
export function captionPost(item: ContentItem, caption: Caption | undefined): Post {
  const text = caption?.text ?? '';
  const folded = text.toLowerCase();
  const lacks = (part: string) => !folded.includes(part.toLowerCase());
  const disclosure = item.disclosure && lacks(item.disclosure) ? [item.disclosure] : [];
  const hashtags = (item.hashtags ?? []).map(withHash).filter(lacks).join(' ');
  const parts = [...disclosure, text, hashtags].filter((part) => part !== '');
  return { text: parts.join('\n\n'), url: item.url, title: item.title };
}

/** The console keeps hashtags without their sign, imported items often with it. */
const withHash = (tag: string) => `#${tag.replace(/^#+/, '')}`;

/** What goes out beside the caption, in one line, for the person to see before. */
export function addedTo(post: Post, caption: Caption | undefined): string {
  const around = caption?.text ? post.text.split(caption.text) : [post.text];
  return [...around, post.url ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '' && !caption?.text.includes(part))
    .join(' ');
}
