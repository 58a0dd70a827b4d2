// WebAssembly memory with 5,000 guidelines loaded and a draft checked; it never shrinks.
import { engineWith, print } from './lib.mjs';
import { makeDraft, makePack, OPTIONS } from './subjects.mjs';

const engine = await engineWith(makePack(5000));
engine.check(makeDraft(3000), OPTIONS);
print('memory', 'herold-wasm-node', 'mb', engine.memoryBytes / 2 ** 20, 'MB');
