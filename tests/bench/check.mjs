// One edit of a 3,000-character draft against 1,000 guidelines, a fifth of them patterns: in Node and in Chromium,
// marshalling included, beside checkers that run on the same text with their own rules.
import { startCore } from './chromium.mjs';
import { engineWith, measureEdits, printMicroseconds, withPeer } from './lib.mjs';
import { makeDraft, makePack, OPTIONS } from './subjects.mjs';

const BENCH = 'check';
const WARM_UP = 500;
/** Two seconds, as the peers' edits take: where processors are shared, half a second may lie within one slow spell. */
const EDITS = 20_000;
const EDITS_OF_SLOW_PEERS = 100;

const draft = makeDraft(3000);
const pack = makePack(1000);

const engine = await engineWith(pack);
const check = (typed) => engine.check(typed, OPTIONS);
await measureEdits(draft, WARM_UP, check);
printMicroseconds(BENCH, 'herold-wasm-node', await measureEdits(draft, EDITS, check));
engine.dispose();

await withPeer('herold-wasm-chromium', async () => {
  const samples = await startCore((tab) =>
    tab.evaluate(checkAgain, { pack, draft, options: OPTIONS, edits: EDITS, warmUp: WARM_UP }),
  );
  printMicroseconds(BENCH, 'herold-wasm-chromium', samples);
});

await withPeer('harper.js', async () => {
  const { LocalLinter } = await import('harper.js');
  const { binaryInlined } = await import('harper.js/binaryInlined');
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await measurePeer('harper.js', (typed) => linter.lint(typed));
});
await withPeer('alex', async () => {
  const { text } = await import('alex');
  await measurePeer('alex', (typed) => text(typed));
});
await withPeer('write-good', async () => {
  const { default: writeGood } = await import('write-good');
  await measurePeer('write-good', (typed) => writeGood(typed));
});
await withPeer('retext-equality', async () => {
  const { retext } = await import('retext');
  const { default: equality } = await import('retext-equality');
  const processor = retext().use(equality);
  await measurePeer('retext-equality', (typed) => processor.process(typed));
});

async function measurePeer(name, run) {
  await measureEdits(draft, EDITS_OF_SLOW_PEERS / 5, run);
  printMicroseconds(BENCH, name, await measureEdits(draft, EDITS_OF_SLOW_PEERS, run));
}

/** Runs in the page: microseconds of each check. */
async function checkAgain({ pack, draft, options, edits, warmUp }) {
  const { Engine } = await import('/index.js');
  const engine = await Engine.create(await (await fetch('/herold.wasm')).arrayBuffer());
  const loaded = engine.load(pack);
  if (!loaded.ok || loaded.problems.length > 0) throw new Error(JSON.stringify(loaded));
  const samples = [];
  for (let i = 0; i < edits + warmUp; i++) {
    const typed = `${draft.slice(0, -4)}${String(i).padStart(4)}`;
    const started = performance.now();
    engine.check(typed, options);
    if (i >= warmUp) samples.push((performance.now() - started) * 1000);
  }
  engine.dispose();
  return samples;
}
