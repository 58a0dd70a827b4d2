import { encode, type Network, textWithLink, utf16Length } from './network.ts';

export const whatsapp: Network = {
  id: 'whatsapp',
  name: 'WhatsApp',
  limit: null,
  length: utf16Length,
  link: (post) => `https://wa.me/?text=${encode(textWithLink(post))}`,
};
