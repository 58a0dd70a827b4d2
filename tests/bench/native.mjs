// 5,000 terms in one draft, found with folding, word boundaries and positions: our automaton, RE2::Set, Vectorscan
// (all natively) and one regular expression of V8's, which folds case
// alone and knows ASCII's boundaries.
import { percentile, print } from './lib.mjs';
import { runNative } from './native-core.mjs';
import { makeDraft, makeTerms } from './subjects.mjs';

const terms = makeTerms(5000);
const draft = `${terms.slice(0, 4).join(', ')}. ${makeDraft(2900)}`;
runNative('native', terms, draft);

const escaped = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const started = performance.now();
const expression = new RegExp(`\\b(?:${escaped.join('|')})\\b`, 'gi');
const scan = () => [...draft.matchAll(expression)].length;
scan();
print('native', 'v8-regexp', 'build_ms', performance.now() - started, 'ms');
const samples = Array.from({ length: 200 }, () => {
  const before = performance.now();
  scan();
  return (performance.now() - before) * 1000;
});
print('native', 'v8-regexp', 'p50_us', percentile(samples, 0.5), 'µs');
