// Sharing: the text always goes to the clipboard as well, because prefilling is not promised by any network.
import { bluesky } from './bluesky.ts';
import { copy } from './copy.ts';
import { email } from './email.ts';
import { facebook } from './facebook.ts';
import { linkedin, linkedinLink } from './linkedin.ts';
import { mastodon } from './mastodon.ts';
import { asHashtags, type Composed, compose, type Message, type Post, textOfMessage } from './message.ts';
import type { Account, Network, NetworkName, ShareTarget } from './network.ts';
import { system } from './system.ts';
import { teams } from './teams.ts';
import { telegram } from './telegram.ts';
import { threads } from './threads.ts';
import { whatsapp } from './whatsapp.ts';
import { x } from './x.ts';
import { xing } from './xing.ts';

export { graphemeLength } from './count.ts';
export { fitting, handedOut } from './hand-out.ts';
export { serverOf } from './mastodon.ts';
export type { Account, Composed, Message, Network, NetworkName, Post, ShareTarget };
export { asHashtags, compose, textOfMessage };

/** In the order to offer them. */
export const NETWORKS: readonly Network[] = [
  linkedin,
  linkedinLink,
  x,
  threads,
  bluesky,
  mastodon,
  facebook,
  xing,
  whatsapp,
  telegram,
  teams,
  email,
  system,
  copy,
];

export function networkOf(target: ShareTarget): Network {
  return NETWORKS.find(({ id }) => id === target) ?? linkedin;
}

/** The name that guidelines, captions and counts know; empty: none. */
export const networkName = (target: ShareTarget): string => networkOf(target).network ?? '';

export interface Shared {
  /** What the clipboard is to hold. */
  clipboard: string;
  /** The window to open; null: none. */
  window: string | null;
}

export function share(network: Network, { message, full }: Composed, account: Account = {}): Shared {
  const clipboard = textOfMessage(network.limitOf === 'window' ? full : message);
  return { clipboard, window: network.window(message, account) };
}
