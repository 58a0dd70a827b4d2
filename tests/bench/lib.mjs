// What the benches share: percentiles, the line each figure is printed as, peers that may be missing, and the
// files of the core in WebAssembly.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../wasm/dist/index.js';

const dist = new URL('../../wasm/dist/', import.meta.url);
export const distFile = (name) => readFileSync(new URL(name, dist));

/** Where `name` lies among the labelled cases, whose folder HEROLD_CASES names; undefined, and told of, when it does not. */
export function casesPath(name) {
  const path = join(process.env.HEROLD_CASES ?? '', name);
  if (process.env.HEROLD_CASES && existsSync(path)) return path;
  console.error(`HEROLD_CASES names no folder that holds ${name}: what needs it is left out`);
  return undefined;
}

/** A fresh instance of the core, with `pack` loaded; throws when a guideline of it is broken. */
export async function engineWith(pack, wasm = distFile('herold.wasm')) {
  const engine = await Engine.create(wasm);
  const loaded = engine.load(pack);
  if (!loaded.ok || loaded.problems.length > 0) throw new Error(JSON.stringify(loaded).slice(0, 400));
  return engine;
}

/** The value below which `share` (0…1) of the `samples` lie; nearest rank. */
export function percentile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

/** One JSON line: {"bench", "subject", "metric", "value", "unit"}; `value` with four digits or all of a count. */
export function print(bench, subject, metric, value, unit) {
  const shown = Number.isInteger(value) ? value : Number(value.toPrecision(4));
  console.log(JSON.stringify({ bench, subject, metric, value: shown, unit }));
}

/** Prints p50, p95 … of milliseconds, those asked for. */
export function printPercentiles(bench, subject, samples, shares = [0.5, 0.95]) {
  for (const share of shares)
    print(bench, subject, `p${Math.round(share * 100)}`, percentile(samples, share), 'ms');
}

/** Prints p50 and p99 of microseconds. */
export function printMicroseconds(bench, subject, samples) {
  print(bench, subject, 'p50_us', percentile(samples, 0.5), 'µs');
  print(bench, subject, 'p99_us', percentile(samples, 0.99), 'µs');
}

/** Microseconds of `runs` calls of `run` with a draft of its own each, as while somebody types. */
export async function measureEdits(draft, runs, run) {
  const samples = [];
  for (let i = 0; i < runs; i++) {
    const typed = `${draft.slice(0, -4)}${String(i).padStart(4)}`;
    const start = performance.now();
    await run(typed);
    samples.push((performance.now() - start) * 1000);
  }
  return samples;
}

/** Runs `bench` of a peer; one that is not installed is named on standard error and left out. */
export async function withPeer(name, bench) {
  try {
    await bench();
  } catch (error) {
    console.error(`${name} is left out: ${error.message}`);
  }
}
