// Sharing: the text always goes to the clipboard as well, because prefilling is not promised by any network.
import { copy } from './copy.ts';
import { email } from './email.ts';
import { linkedin } from './linkedin.ts';
import type { Network, Post, ShareTarget } from './network.ts';
import { textWithLink } from './network.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';

export type { Network, Post, ShareTarget };

export const NETWORKS: readonly Network[] = [linkedin, x, whatsapp, email, copy];

export function networkOf(id: string): Network | undefined {
  return NETWORKS.find((network) => network.id === id);
}

export interface Shared {
  /** What the clipboard is to hold. */
  clipboard: string;
  /** The window to open; null: none. */
  window: string | null;
}

export function share(network: Network, post: Post): Shared {
  return { clipboard: textWithLink(post), window: network.link(post) };
}
