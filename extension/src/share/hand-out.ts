// Which caption a person is offered first: colleagues get different ones, without anyone keeping a list of who got
// which. Rendezvous hashing (Thaler and Ravishankar 1996): each caption is weighed by a hash of the device's random
// seed, the item and the caption; the heaviest comes first. A caption that is added or withdrawn moves no other.
import type { NetworkName } from './network.ts';

interface Variant {
  id: string;
  network?: string;
  language: string;
}

/**
 * Keeps the order of `variants` where it says something (language, made for this network), and among those that
 * it holds for equal lets the device choose.
 */
export function handedOut<T extends Variant>(variants: readonly T[], seed: string, item: string): T[] {
  return groups(variants).flatMap((group) => byWeight(group, seed, item));
}

/** For items that come without an order: those that fit the network, the person's languages first. */
export function fitting<T extends Variant>(
  variants: readonly T[],
  network: NetworkName | null,
  languages: readonly string[],
): T[] {
  const rank = ({ language }: Variant) => {
    const at = languages.findIndex((wanted) => baseOf(wanted) === baseOf(language));
    return at < 0 ? languages.length : at;
  };
  const ofNetwork = (variant: Variant) => (variant.network === network ? 0 : 1);
  return variants
    .filter((variant) => !variant.network || !network || variant.network === network)
    .sort((a, b) => rank(a) - rank(b) || ofNetwork(a) - ofNetwork(b));
}

const baseOf = (tag: string) => tag.toLowerCase().split('-')[0];

function groups<T extends Variant>(variants: readonly T[]): T[][] {
  const result: T[][] = [];
  for (const variant of variants) {
    const [first] = result.at(-1) ?? [];
    const isSame = first && first.language === variant.language && first.network === variant.network;
    if (isSame) result.at(-1)?.push(variant);
    else result.push([variant]);
  }
  return result;
}

function byWeight<T extends Variant>(variants: T[], seed: string, item: string): T[] {
  const weight = new Map(variants.map((variant) => [variant, hash(`${seed}\n${item}\n${variant.id}`)]));
  return [...variants].sort((a, b) => (weight.get(b) ?? 0) - (weight.get(a) ?? 0));
}

/** 32-bit FNV-1a over UTF-16 units, stirred as in MurmurHash3, so that texts that end alike fall apart. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
