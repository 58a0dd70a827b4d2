/**
 * The Swiss variant of German writes ss for every ß, and differs in nothing else that the interfaces say. What is
 * passed into a text (a name, an address) stays as people wrote it.
 */
const held = '\u{E000}';

/** Whether the reader's browser asks for it; Liechtenstein writes the same. */
export const isSwiss = navigator.languages.some((tag) => /^de-(CH|LI)$/i.test(tag));

export function swiss<T>(texts: T): T {
  if (typeof texts === 'string') return texts.replaceAll('ß', 'ss') as T;
  if (typeof texts === 'function')
    return ((...values: unknown[]) => release(swiss(texts(...values.map(hold))))) as T;
  if (Array.isArray(texts)) return texts.map(swiss) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, swiss(value)])) as T;
}

const hold = (value: unknown) => (typeof value === 'string' ? value.replaceAll('ß', held) : value);
const release = (value: unknown) => (typeof value === 'string' ? value.replaceAll(held, 'ß') : value);
