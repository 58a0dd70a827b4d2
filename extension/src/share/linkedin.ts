import { encode, type Network, textWithLink, utf16Length } from './network.ts';

export const linkedin: Network = {
  id: 'linkedin',
  name: 'LinkedIn',
  limit: 3000,
  length: utf16Length,
  link: (post) => `https://www.linkedin.com/feed/?shareActive=true&text=${encode(textWithLink(post))}`,
};
