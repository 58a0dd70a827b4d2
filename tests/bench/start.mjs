// From bytes to a core that is ready to check: compile, instantiate, load a pack. Each in a process of its own, as
// a worker that was evicted starts anew: code that V8 has optimised already would flatter.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { distFile, engineWith, percentile, print, withPeer } from './lib.mjs';
import { makePack } from './subjects.mjs';

const STARTS = 15;
const STARTS_OF_SLOW_PEERS = 3;

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

const [starter, ...args] = process.argv.slice(2);
if (starter) {
  console.log(await STARTERS[starter](...args));
} else {
  print('start', 'herold-wasm-node', 'ms', median(STARTS, 'herold', '1000'), 'ms');
  print('start', 'herold-wasm-node', 'ms_5000', median(STARTS, 'herold', '5000'), 'ms');
  await withPeer('harper.js', () =>
    print('start', 'harper.js', 'ms', median(STARTS_OF_SLOW_PEERS, 'harper'), 'ms'),
  );
}
