/** The keys of a guideline: their order, and which belong to its kind. */
import type { Guideline } from '../api/types.ts';
import { type FormKind, hasForm } from './guideline-kinds.ts';

const matcherKeys = ['terms', 'patterns', 'detect', 'match', 'except'];
const kindKeys: Record<FormKind, string[]> = {
  existence: [...matcherKeys, 'replace', 'remove', 'secret'],
  substitution: ['swap', 'swapPatterns', 'match', 'except'],
  capitalization: ['terms'],
  occurrence: [...matcherKeys, 'count', 'min', 'max', 'scope', 'insert'],
  conditional: ['if', 'then', 'where', 'insert'],
  sequence: ['first', 'second', 'within'],
  repetition: ['except'],
  consistency: ['either'],
  metric: ['metric', 'min', 'max', 'minWords'],
  link: ['allowDomains', 'denyDomains', 'https', 'utm'],
  similarity: ['max'],
};
const ownedKeys = [...new Set(Object.values(kindKeys).flat())];

/** A guideline that became another kind leaves behind what only its old kind understood. */
export function dropForeignKeys(out: Record<string, unknown>, kind: string): void {
  if (!hasForm(kind)) return;
  for (const key of ownedKeys) if (!kindKeys[kind].includes(key)) delete out[key];
}

const order = [
  'id',
  'kind',
  'severity',
  'message',
  'why',
  'lesson',
  'source',
  'link',
  'applies',
  'terms',
  'patterns',
  'detect',
  'swap',
  'swapPatterns',
  'count',
  'min',
  'max',
  'scope',
  'if',
  'then',
  'where',
  'first',
  'second',
  'within',
  'either',
  'metric',
  'minWords',
  'allowDomains',
  'denyDomains',
  'https',
  'utm',
  'insert',
  'match',
  'except',
  'replace',
  'remove',
];

/** Keys in the order in which a person explains a guideline; unknown ones behind, examples last. */
export function ordered(guideline: Record<string, unknown>): Guideline {
  const rank = (key: string) => {
    if (key === 'examples') return order.length + 1;
    const at = order.indexOf(key);
    return at < 0 ? order.length : at;
  };
  const entries = Object.entries(guideline).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries) as Guideline;
}
