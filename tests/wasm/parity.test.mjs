// The same draft, pack and options give the same bytes natively and in WebAssembly.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const herold = resolve(root, process.env.HEROLD ?? 'build/herold');
const MINUTE = 60_000;

function readCases(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim());
  return lines.map((line) => {
    const one = JSON.parse(line);
    // Without a time the command line takes the current one, the core none.
    const options = { at: '2026-02-10T09:00:00Z', ...one.options };
    return { ...one, options, packFile: join(dirname(file), one.pack) };
  });
}

// The command line reads captions from a file.
function captionFlags(captions) {
  if (!captions) return [];
  const file = join(mkdtempSync(join(tmpdir(), 'herold-captions-')), 'captions.json');
  writeFileSync(file, JSON.stringify(captions));
  return ['--captions', file];
}

function flags({ language, role, groups = [], network, at, reader, ignore = [], captions }) {
  const single = Object.entries({ language, role, network, at, reader }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    ...captionFlags(captions),
    ...single.flatMap(([name, value]) => [`--${name}`, value]),
    ...groups.flatMap((group) => ['--group', group]),
    ...ignore.flatMap((item) => [
      '--ignore',
      typeof item === 'string' ? item : `${item.guideline}=${item.match}`,
    ]),
  ];
}

function checkNatively({ packFile, draft, options }) {
  return new Promise((done, fail) => {
    const program = spawn(herold, ['check', '--pack', packFile, '--format', 'json', ...flags(options), '-']);
    const output = [];
    program.on('error', fail);
    program.stdout.on('data', (chunk) => output.push(chunk));
    program.on('close', () => done(Buffer.concat(output).toString().replace(/\n$/, '')));
    program.stdin.end(draft);
  });
}

async function checkAllNatively(cases) {
  const answers = [];
  let next = 0;
  const worker = async () => {
    while (next < cases.length) {
      const index = next++;
      answers[index] = await checkNatively(cases[index]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return answers;
}

function checkAllInWebAssembly(cases) {
  const input = cases.map(({ packFile, draft, options }) => ({
    pack: readFileSync(packFile, 'utf8'),
    draft,
    options,
  }));
  const script = fileURLToPath(new URL('answer-cases.mjs', import.meta.url));
  const child = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', script], {
    input: JSON.stringify(input),
    maxBuffer: 1 << 30,
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  return JSON.parse(child.stdout);
}

async function expectSameBytes(file) {
  const cases = readCases(file);
  expect(cases.length).toBeGreaterThan(0);
  const native = await checkAllNatively(cases);
  const different = checkAllInWebAssembly(cases).flatMap((answer, index) =>
    answer === native[index] ? [] : [{ id: cases[index].id, native: native[index], wasm: answer }],
  );
  expect(different).toEqual([]);
}

// Drafts of pieces that folding, detectors, segmentation and kinds treat in special ways; the same ones every time.
const PIECES = (
  'Projekt Falke|#ProjektFalke|hydraline|HydraLine|Graphik|Grafik|die die|Danke!|!!|Umsatz stieg um 12 %|3 Mio. CHF|' +
  'a@b.example|+41 44 668 18 00|CH93 0076 2011 6238 5295 7|756.9217.0769.85|https://a.example/?utm_source=x|' +
  'http://bit.ly/x|@anna|#eins|WIR SIND|Wir suchen ab sofort neue Leute|Gewinnspiel|Werbung|z. B.|am 14. Juni|' +
  '𝐅𝐚𝐥𝐤𝐞|Fаlke|F\u200Balke|Fa\u00ADlke|Fa\u0336lke|Übergröße|U\u0308bergro\u0308sse|ﬁ|🎉|👩\u200D💻|🇨🇭|1\uFE0F\u20E3|' +
  '\n|\n\n|\u00A0|\r\n|–|-|_|’|(|)|.|!|?|,|:|"|der|the|et|che|and we are|nous sommes|noi siamo|Quellhof-Holding'
).split('|');

function randomDrafts(count) {
  let seed = 20261124;
  const random = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: random(25) }, () => PIECES[random(PIECES.length)] + (random(4) ? ' ' : '')).join(''),
  );
}

// The command line checks as many files as it is given.
function checkFilesNatively(packFile, drafts, options) {
  const folder = mkdtempSync(join(tmpdir(), 'herold-drafts-'));
  const files = drafts.map((_, index) => join(folder, String(index)));
  for (const [index, file] of files.entries()) writeFileSync(file, drafts[index]);
  const child = spawnSync(
    herold,
    ['check', '--pack', packFile, '--format', 'json', ...flags(options), ...files],
    { maxBuffer: 1 << 30, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  return child.stdout
    .trim()
    .slice(1, -1)
    .split(',\n ')
    .map((answer, index) => answer.replace(`"file":${JSON.stringify(files[index])},`, ''));
}

const labelled =
  process.env.HEROLD_CASES && resolve(root, process.env.HEROLD_CASES, 'check/cases-open.jsonl');
const goldens = join(root, 'tests/contract/cases.jsonl');

describe('native and WebAssembly give the same bytes', () => {
  test.skipIf(!labelled)(
    labelled ? 'for every labelled case' : 'labelled cases did not run: HEROLD_CASES is not set',
    () => expectSameBytes(labelled),
    MINUTE * 5,
  );

  test.runIf(existsSync(goldens))(
    'for every golden of the project',
    () => expectSameBytes(goldens),
    MINUTE * 5,
  );

  // Each draft pays for the secret terms in it anew.
  for (const [pack, count] of [
    ['every-kind', 10_000],
    ['secrets.sealed', 300],
  ]) {
    test(
      `for ${count} random drafts and the pack ${pack}`,
      () => {
        const packFile = join(root, `tests/contract/packs/${pack}.json`);
        const options = {
          at: '2026-02-10T09:00:00Z',
          network: 'linkedin',
          groups: ['citizens-desk'],
          captions: ['Wir suchen ab sofort neue Leute'],
        };
        const drafts = randomDrafts(count);
        const native = checkFilesNatively(packFile, drafts, options);
        const wasm = checkAllInWebAssembly(drafts.map((draft) => ({ packFile, draft, options })));
        expect(native).toHaveLength(drafts.length);
        expect(drafts.filter((_, index) => wasm[index] !== native[index])).toEqual([]);
        expect(wasm.filter((answer) => !answer.includes('"findings":[]')).length).toBeGreaterThan(count / 10);
      },
      MINUTE * 5,
    );
  }
});
