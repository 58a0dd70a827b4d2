// Prints how many bytes ten engines with large buffers hold, and how many are left once they are disposed of.
// Started with --expose-gc.
import { createEngine } from './core.mjs';

const noPack = 'x'.repeat(10 << 20);
const engines = [];
for (let i = 0; i < 10; i++) {
  const engine = await createEngine();
  engine.load(noPack);
  engines.push(engine);
}
gc();
const held = process.memoryUsage().external;
for (const engine of engines) engine.dispose();
// Buffers are given back behind the collector's back: a second round finds them gone.
for (let round = 0; round < 3; round++) {
  gc();
  await new Promise((done) => setTimeout(done, 100));
}
const freed = process.memoryUsage().external;
console.log(JSON.stringify({ held, freed, engines: engines.length }));
