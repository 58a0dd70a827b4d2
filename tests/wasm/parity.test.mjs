// The same draft, pack and options give the same bytes natively and in WebAssembly.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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
});
