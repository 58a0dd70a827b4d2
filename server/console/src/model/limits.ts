/** How long a caption is once it goes out, counted as its network and the extension count it. */
import {
  compose,
  graphemeLength,
  networkOf,
  type Post,
  textOfMessage,
} from '../../../../extension/src/share/index.ts';
import type { Network } from '../api/types.ts';

export interface Length {
  used: number;
  limit: number | undefined;
}

/** Of the whole message: disclosure, hashtags and link go out with the words. */
export function captionLength(post: Post, network: Network | ''): Length {
  const target = networkOf(network || 'copy');
  const text = textOfMessage(compose(target, post).full);
  const { limit, limitOf } = target;
  if (limit === null || limitOf === 'window') return { used: graphemeLength(text), limit: undefined };
  return { used: target.length(text), limit };
}
