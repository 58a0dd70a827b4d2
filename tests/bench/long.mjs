// One changed character in a draft of 30,000, which is checked anew as a whole.
import { engineWith, measureEdits, printMicroseconds, withPeer } from './lib.mjs';
import { makeDraft, makePack, OPTIONS } from './subjects.mjs';

const BENCH = 'long';
const draft = makeDraft(30_000);

const engine = await engineWith(makePack(1000));
const check = (typed) => engine.check(typed, OPTIONS);
await measureEdits(draft, 100, check);
printMicroseconds(BENCH, 'herold-wasm-node', await measureEdits(draft, 1000, check));

await withPeer('harper.js', async () => {
  const { LocalLinter } = await import('harper.js');
  const { binaryInlined } = await import('harper.js/binaryInlined');
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await measureEdits(draft, 3, (typed) => linter.lint(typed));
  printMicroseconds(BENCH, 'harper.js', await measureEdits(draft, 20, (typed) => linter.lint(typed)));
});
