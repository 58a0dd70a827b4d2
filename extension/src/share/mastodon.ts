import { graphemeLengthWithLinks } from './count.ts';
import { textOfMessage } from './message.ts';
import { address, type Network } from './network.ts';

const LINK_LENGTH = 23;

export const mastodon: Network = {
  id: 'mastodon',
  name: 'Mastodon',
  network: 'mastodon',
  medium: 'social',
  hashtags: true,
  prefills: 'text',
  // What servers come with; some allow more.
  limit: 500,
  limitOf: 'text',
  length: graphemeLengthWithLinks(LINK_LENGTH),
  window: (message, { mastodon: host }) =>
    host ? address(`https://${host}/share`, { text: textOfMessage(message) }) : null,
};

/**
 * The server of an account, from what people have at hand: `mastodon.example`, its address, or `@me@mastodon.example`;
 * undefined when it names none.
 */
export function serverOf(input: string): string | undefined {
  const text = input.trim();
  const named = /^@?[^@\s/]+@([^@\s/]+)$/.exec(text)?.[1] ?? text.replace(/^https?:\/\//i, '');
  const host = named.split(/[/?#]/)[0] ?? '';
  if (!/^[\p{L}\p{N}.-]+\.[\p{L}]{2,}(:\d+)?$/u.test(host) || !URL.canParse(`https://${host}`))
    return undefined;
  return new URL(`https://${host}`).host;
}
