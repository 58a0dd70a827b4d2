// The core in WebAssembly: what it weighs, how fast it starts and checks, marshalling included, beside harper.js.
//   node tests/bench/core.mjs [size] [start] [check]   without a name, all of them
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { LocalLinter } from 'harper.js';
import { binaryInlined } from 'harper.js/binaryInlined';
import { Engine } from '../../wasm/dist/index.js';
import { percentile, print } from './lib.mjs';

const dist = new URL('../../wasm/dist/', import.meta.url);
const wasm = readFileSync(new URL('herold.wasm', dist));

const DRAFT_UNITS = 3000;
const OPTIONS = { language: 'en', network: 'linkedin', role: 'employee', at: '2026-02-10T09:00:00Z' };

// Every tenth of them stands in the draft.
const HEADS = [
  'Falcon',
  'Heron',
  'Lantern',
  'Granite',
  'Harbour',
  'Meadow',
  'Copper',
  'Willow',
  'Summit',
  'Delta',
];

/** A pack as communications teams have them: mostly words, some patterns, spellings, replacements and counts. */
function makePack(size) {
  const guidelines = Array.from({ length: size }, (_, i) => {
    const word = `${HEADS[i % HEADS.length]} ${i}`;
    const common = { id: `g.${i}`, message: `“{match}”: please check (${i}).` };
    const kinds = [
      { kind: 'existence', terms: [`Project ${word}`, `Operation ${word}`] },
      { kind: 'substitution', swap: { [`old ${word}`]: `new ${word}` } },
      { kind: 'capitalization', terms: [`${HEADS[i % HEADS.length]}Cloud${i}`] },
      { kind: 'existence', patterns: [`ticket-${i}-\\d{3,6}`] },
      // biome-ignore lint/suspicious/noThenProperty: the pack's own key
      { kind: 'conditional', if: { terms: [`product ${word}`] }, then: { terms: ['#ad', 'my employer'] } },
      { kind: 'occurrence', count: 'hashtags', max: 5 + (i % 7) },
    ];
    // Half of them plain words.
    return { ...common, ...kinds[i % 2 ? (i >> 1) % kinds.length : 0] };
  });
  return JSON.stringify({ schema: 1, id: 'bench', title: 'Bench', defaultLanguage: 'en', guidelines });
}

function makeDraft() {
  const sentences = [
    'We spent the last two years listening to the people who run our plants every night.',
    'Project Falcon 0 taught us that a good tool is one that nobody has to be told about.',
    'Thank you to everyone who stayed late, asked hard questions and brought cake! 🎉',
    'Read how it went at https://acme.example/stories/night-shift and tell me what you think.',
    'Our falconcloud12 moved to ticket-13-4711 last week, and old Granite 3 is history. #WorkLife @anna',
  ];
  let draft = '';
  for (let i = 0; draft.length < DRAFT_UNITS; i++)
    draft += `${sentences[i % sentences.length]}${i % 3 ? ' ' : '\n\n'}`;
  return draft.slice(0, DRAFT_UNITS);
}

/** Microseconds of `runs` runs, each with a draft of its own, as while somebody types. */
async function measure(runs, draft, run) {
  const samples = [];
  for (let i = 0; i < runs; i++) {
    const typed = `${draft.slice(0, -4)}${String(i).padStart(4)}`;
    const start = performance.now();
    await run(typed);
    samples.push((performance.now() - start) * 1000);
  }
  return samples;
}

function printMicroseconds(bench, subject, samples) {
  print(bench, subject, 'p50_us', percentile(samples, 0.5), 'us');
  print(bench, subject, 'p99_us', percentile(samples, 0.99), 'us');
}

async function size() {
  const compress = (bytes) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } })
      .length;
  const glue = compress(readFileSync(new URL('herold.mjs', dist)));
  const module = compress(wasm);
  print('size', 'herold', 'wasm_brotli', module, 'bytes');
  print('size', 'herold', 'glue_brotli', glue, 'bytes');
  print('size', 'herold', 'total_brotli', module + glue, 'bytes');
}

async function start() {
  const pack = makePack(200);
  const samples = await measure(20, makeDraft(), async () => {
    const engine = await Engine.create(wasm);
    engine.load(pack);
    engine.dispose();
  });
  printMicroseconds('start', 'herold, 200 guidelines', samples);
}

async function check() {
  const draft = makeDraft();
  for (const guidelines of [200, 1000]) {
    const engine = await Engine.create(wasm);
    engine.load(makePack(guidelines));
    await measure(300, draft, (typed) => engine.check(typed, OPTIONS));
    const samples = await measure(3000, draft, (typed) => engine.check(typed, OPTIONS));
    print('check', `herold, ${guidelines} guidelines`, 'findings', engine.report().findings.length, 'count');
    printMicroseconds('check', `herold, ${guidelines} guidelines`, samples);
    engine.dispose();
  }
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await measure(3, draft, (typed) => linter.lint(typed));
  printMicroseconds('check', 'harper.js', await measure(30, draft, (typed) => linter.lint(typed)));
}

const benches = { size, start, check };
const wanted = process.argv.slice(2).filter((name) => name in benches);
const named = process.argv.length > 2;
for (const name of named ? wanted : Object.keys(benches)) await benches[name]();
