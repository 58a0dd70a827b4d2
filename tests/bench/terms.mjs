// The time of one check with 50,000 terms, as a multiple of that with 1,000 terms; the same draft.
import { runNative } from './native-core.mjs';
import { makeDraft, makeTerms } from './subjects.mjs';

runNative('terms', makeTerms(50_000), makeDraft(3000));
