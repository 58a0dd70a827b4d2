// Puts WebAssembly functions that look alike next to each other. The module does the same afterwards, and brotli makes
// it smaller by a fiftieth: it codes a repetition the shorter, the nearer the original is.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const FEATURES = ['simd', 'bulk-memory', 'sign-ext', 'mutable-globals', 'nontrapping-float-to-int'];
const FUNCTION = /^ \(func [\s\S]*?^ \)\n/gm;
/** Those called most, which the optimiser puts first, stay there: their numbers take one byte in each call. */
const STAY = 55;
/** In words of the text format: "local.get $0 i32.const 8". */
const PHRASE_LENGTH = 4;
/** What more functions have in common tells none of them apart. */
const MOST_OWNERS = 200;

/** Reads the module at `input`, writes it to `output`. Leaves `input`.wat, the same as text. */
export function putAlikeTogether(input, output) {
  const features = FEATURES.map((name) => `--enable-${name}`);
  const wat = `${input}.wat`;
  // No engine heeds how memory is said to be aligned, and brotli has one thing less to tell.
  execFileSync('wasm-opt', [input, ...features, '--dealign', '-S', '-o', wat]);
  writeFileSync(wat, inOrder(readFileSync(wat, 'utf8')));
  execFileSync('wasm-as', [wat, ...features, '-o', output]);
}

function inOrder(text) {
  const functions = text.match(FUNCTION);
  const moved = chain(functions.slice(STAY).map(phrases));
  const ordered = [...functions.slice(0, STAY), ...moved.map((index) => functions[STAY + index])].values();
  return text.replace(FUNCTION, () => ordered.next().value);
}

/** Without its name, which is a number that says nothing. */
function phrases(body) {
  const words = body.trim().split(/\s+/).slice(2);
  return new Set(words.map((_, i) => words.slice(i, i + PHRASE_LENGTH).join(' ')));
}

/** From each function on to the one most like it of those that are left; indices into `functions`. */
function chain(functions) {
  const owners = ownersOf(functions);
  const left = new Set(functions.keys());
  const order = [];
  while (left.size > 0) {
    const next = order.length > 0 ? mostLike(functions, order.at(-1), owners, left) : 0;
    left.delete(next);
    order.push(next);
  }
  return order;
}

function ownersOf(functions) {
  const owners = new Map();
  for (const [index, phrasesOfOne] of functions.entries()) {
    for (const phrase of phrasesOfOne) {
      if (!owners.has(phrase)) owners.set(phrase, []);
      owners.get(phrase).push(index);
    }
  }
  return owners;
}

/** By the phrases in common, rare ones counting more, and by how much of the other function they are. */
function mostLike(functions, last, owners, left) {
  const common = new Map();
  for (const phrase of functions[last]) {
    const sharing = owners.get(phrase);
    if (sharing.length > MOST_OWNERS) continue;
    for (const index of sharing) {
      if (left.has(index)) common.set(index, (common.get(index) ?? 0) + 1 / Math.log2(1 + sharing.length));
    }
  }
  let [best] = left;
  let most = 0;
  for (const [index, weight] of common) {
    const likeness = weight / Math.sqrt(functions[index].size);
    if (likeness <= most) continue;
    most = likeness;
    best = index;
  }
  return best;
}
