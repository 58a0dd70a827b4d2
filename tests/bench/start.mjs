// From bytes to a core that is ready to check: compile, instantiate, load a pack. Each in a process of its own, as
// a worker that was evicted starts anew: code that V8 has optimised already would flatter. Nor is anything else
// loaded there: the driver of the browsers costs a third more, in memory that is collected meanwhile.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { distFile, engineWith, percentile, print, withPeer } from './lib.mjs';
import { makePack } from './subjects.mjs';

const STARTS = 15;
const STARTS_OF_SLOW_PEERS = 3;
const STARTS_OF_BROWSERS = 5;
/** A browser that has just been opened still has other things to do. */
const SETTLING_MS = 2_000;

const STARTERS = {
  async herold(guidelines) {
    const wasm = distFile('herold.wasm');
    const pack = makePack(Number(guidelines));
    return time(() => engineWith(pack, wasm));
  },
  async harper() {
    const { LocalLinter } = await import('harper.js');
    const { binaryInlined } = await import('harper.js/binaryInlined');
    return time(() => new LocalLinter({ binary: binaryInlined }).setup());
  },
};

async function time(start) {
  const before = performance.now();
  await start();
  return performance.now() - before;
}

function median(starts, starter, ...args) {
  const self = fileURLToPath(import.meta.url);
  const once = () => Number(execFileSync(process.execPath, [self, starter, ...args], { encoding: 'utf8' }));
  return percentile(Array.from({ length: starts }, once), 0.5);
}

/** In a browser of its own, whose page has fetched the bytes already, as the extension's files are at hand. */
async function startInChromium(guidelines) {
  const { startCore } = await import('./chromium.mjs');
  return startCore((tab) =>
    tab.evaluate(
      async (pack, settling) => {
        const { Engine } = await import('/index.js');
        const wasm = new Uint8Array(await (await fetch('/herold.wasm')).arrayBuffer());
        await new Promise((resolve) => setTimeout(resolve, settling));
        const before = performance.now();
        const engine = await Engine.create(wasm);
        engine.load(pack);
        return performance.now() - before;
      },
      makePack(guidelines),
      SETTLING_MS,
    ),
  );
}

async function medianInChromium(guidelines) {
  const starts = [];
  for (let i = 0; i < STARTS_OF_BROWSERS; i++) starts.push(await startInChromium(guidelines));
  return percentile(starts, 0.5);
}

const [starter, ...args] = process.argv.slice(2);
if (starter) {
  console.log(await STARTERS[starter](...args));
} else {
  print('start', 'herold-wasm-node', 'ms', median(STARTS, 'herold', '1000'), 'ms');
  print('start', 'herold-wasm-node', 'ms_5000', median(STARTS, 'herold', '5000'), 'ms');
  print('start', 'herold-wasm-chromium', 'ms', await medianInChromium(1_000), 'ms');
  print('start', 'herold-wasm-chromium', 'ms_5000', await medianInChromium(5_000), 'ms');
  await withPeer('harper.js', () =>
    print('start', 'harper.js', 'ms', median(STARTS_OF_SLOW_PEERS, 'harper'), 'ms'),
  );
}
