// Prints how many bytes ten engines with large buffers hold, and how many are left once they are disposed of.
// Started with --expose-gc.
import { createEngine } from './core.mjs';

const noPack = 'x'.repeat(10 << 20);
const engines = [];
const atStart = process.memoryUsage.rss();
for (let i = 0; i < 10; i++) {
  const engine = await createEngine();
  engine.load(noPack);
  engines.push(engine);
}
gc();
const held = process.memoryUsage.rss() - atStart;
for (const engine of engines) engine.dispose();
// A turn of the event loop, so that nothing is kept alive by the one that made it.
await new Promise((done) => setTimeout(done));
gc();
const freed = process.memoryUsage.rss() - atStart;
console.log(JSON.stringify({ held, freed, engines: engines.length }));
