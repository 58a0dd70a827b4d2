// Suggestions: how well they are ranked on the judged drafts, and what a library of 10,000 items costs. The peers
// answer the same questions. HEROLD_CASES names the folder that holds `suggest/`. Each subject has a process of
// its own: the memory of one is not that of another.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Engine } from '../../wasm/dist/index.js';
import { casesPath, distFile, percentile, print, withPeer } from './lib.mjs';
import { makeDrafts, makeLibrary } from './library.mjs';
import { PEERS, searchFor } from './suggest-peers.mjs';

const ITEMS = 10_000;
const TOP = 5;
const HEROLD = 'herold-wasm-node';
const WARMING = 50;
const DRAFTS = 400;

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = casesPath('suggest');
const self = fileURLToPath(import.meta.url);
const readJson = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** What is asked of every subject, each in its own way. */
const herold = {
  async build(content, topics) {
    const engine = await Engine.create(distFile('herold.wasm'));
    const lexicon = distFile('words.lexicon');
    const [contentJson, topicsJson] = [JSON.stringify(content), JSON.stringify(topics)];
    const start = performance.now();
    engine.loadLexicon(lexicon);
    const read = performance.now();
    engine.loadContent(contentJson, topicsJson);
    const ms = performance.now() - read;
    const ask = ({ draft, profile, network, at }, limit) => {
      const answer = engine.suggest(draft, { profile, network, at, limit });
      return { items: answer.map(({ item }) => item), scores: answer.map(({ score }) => score) };
    };
    return { ms, lexiconMs: read - start, ask, bytes: () => engine.memoryBytes };
  },
};

const peer = (name, variant) => ({
  async build(content, topics) {
    globalThis.gc();
    const before = process.memoryUsage();
    const start = performance.now();
    const ask = await searchFor(name, variant, content, topics);
    const ms = performance.now() - start;
    globalThis.gc();
    const after = process.memoryUsage();
    const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
    return { ms, ask, bytes: () => bytes };
  },
});

/** The open drafts, and harder ones of our own for the same library. */
const DRAFT_SETS = {
  open: join(folder ?? '', 'queries-open.jsonl'),
  hard: join(root, 'tests/core/suggest/judged/acme-drafts.jsonl'),
};

async function quality(subject, set) {
  const scorer = await import(pathToFileURL(join(folder, 'score.mjs')));
  const content = readJson('content.json');
  const queries = scorer.readJsonLines(DRAFT_SETS[set]);
  const { ask } = await subject.build(content, readJson('topics.json'));
  const run = [];
  for (const query of queries) run.push({ id: query.id, ...(await ask(query, 10)) });
  return scorer.score(content, queries, run).overall;
}

async function cost(subject) {
  const [content, topics] = [readJson('content.json'), readJson('topics.json')];
  const library = makeLibrary(content, topics, ITEMS);
  const profile = {
    interests: ['bathroom', 'energy'],
    languages: ['de', 'en'],
    role: 'ambassador',
    groups: ['sales'],
    shared: [],
  };
  const built = await subject.build(library, topics);
  const samples = [];
  for (const draft of makeDrafts(library, WARMING + DRAFTS)) {
    const start = performance.now();
    await built.ask({ draft, profile, network: 'linkedin', at: '2026-11-24T09:00:00Z' }, TOP);
    samples.push(performance.now() - start);
  }
  const asked = samples.slice(WARMING);
  return {
    build_ms: built.ms,
    ...(built.lexiconMs && { lexicon_ms: built.lexiconMs }),
    mb: built.bytes() / 2 ** 20,
    p50_ms: percentile(asked, 0.5),
    p99_ms: percentile(asked, 0.99),
  };
}

const subjectOf = (name, variant) => (name === HEROLD ? herold : peer(name, variant));
const MEASURES = { quality, cost };

function measure(what, name, variant, ...rest) {
  const arguments_ = ['--expose-gc', self, what, name, variant, ...rest];
  return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8', maxBuffer: 1 << 26 }));
}

function printAll(name, variant = '') {
  const { ndcg, forbidden, quiet } = measure('quality', name, variant, 'open');
  print('suggest', name, 'ndcg5', ndcg, '');
  print('suggest', name, 'forbidden', forbidden, '');
  print('suggest', name, 'quiet', quiet, '');
  const hard = measure('quality', name, variant, 'hard');
  print('suggest', name, 'ndcg5_hard', hard.ndcg, '');
  print('suggest', name, 'quiet_hard', hard.quiet, '');
  const { mb, ...times } = measure('cost', name, variant);
  for (const [metric, value] of Object.entries(times)) print('suggest', name, metric, value, 'ms');
  print('suggest', name, 'memory_mb', mb, 'MB');
}

/** A peer's settings are those of its grid that rank the judged drafts best. */
function bestVariant(name) {
  const ranked = Object.keys(PEERS[name].variants).map((variant) => ({
    variant,
    ndcg: measure('quality', name, variant, 'open').ndcg,
  }));
  const best = ranked.reduce((a, b) => (b.ndcg > a.ndcg ? b : a));
  console.error(`${name}: ${best.variant}, the best of ${ranked.length} settings`);
  return best.variant;
}

const [what, name, variant, ...rest] = process.argv.slice(2);
if (what) {
  console.log(JSON.stringify(await MEASURES[what](subjectOf(name, variant), ...rest)));
} else if (folder) {
  printAll(HEROLD);
  for (const each of Object.keys(PEERS)) await withPeer(each, () => printAll(each, bestVariant(each)));
}
