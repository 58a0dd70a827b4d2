import { encode, type Network, textWithLink } from './network.ts';

/** RFC 6068: line breaks in a body are CRLF. */
function body(text: string): string {
  return encode(text.replace(/\r\n|\r|\n/g, '\r\n'));
}

export const email: Network = {
  id: 'email',
  name: null,
  // Mail programs cut the whole address at about 2,000.
  limit: 2000,
  length: (text) => body(text).length,
  link: (post) => `mailto:?subject=${encode(post.title ?? '')}&body=${body(textWithLink(post))}`,
};
