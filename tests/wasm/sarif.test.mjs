// `herold check --format sarif` against the schema that OASIS publishes; @microsoft/jest-sarif carries it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, expect, test } from 'vitest';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const herold = resolve(root, process.env.HEROLD ?? 'build/herold');
const library = dirname(createRequire(import.meta.url).resolve('@microsoft/jest-sarif'));
// Draft 4 names its identifier otherwise; all else that the schema uses means the same in draft 7.
const { $schema, id, ...schema } = JSON.parse(
  readFileSync(join(library, 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
// One of its patterns has a bracket too many, which only the older syntax takes.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

const folder = mkdtempSync(join(tmpdir(), 'herold-sarif-'));
afterAll(() => rmSync(folder, { recursive: true }));

function sarif(pack, ...drafts) {
  const files = drafts.map((draft, i) => {
    const file = join(folder, `Entwurf ${i} ü.txt`);
    writeFileSync(file, draft);
    return file;
  });
  const argv = ['check', '--pack', pack, '--format', 'sarif', '--network', 'linkedin', ...files];
  const { stdout, stderr, status } = spawnSync(herold, argv, {
    encoding: 'utf8',
    input: 'Großes Gewinnspiel!!!!!',
  });
  expect(status, stderr).not.toBe(2);
  return JSON.parse(stdout);
}

const drafts = [
  '',
  'Das Passwort lautet Sommer2026\r\n🎉🎉🎉🎉🎉🎉🎉 zeitnah',
  '#a #b #c #d #e #f #g\n𝗪𝗶𝗰𝗵𝘁𝗶𝗴',
];

test('is valid for one draft, for several, and for standard input', () => {
  const pack = join(root, 'core/packs/de.json');
  for (const log of [sarif(pack, drafts[1]), sarif(pack, ...drafts), sarif(pack)]) {
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
    expect(log.runs[0].results.length).toBeGreaterThan(0);
  }
});

test('is valid when guidelines were left out', () => {
  const pack = join(folder, 'broken.json');
  const guideline = { id: 'g', kind: 'existence', message: 'm', terms: ['x'] };
  writeFileSync(
    pack,
    JSON.stringify({ schema: 1, id: 'p', guidelines: [guideline, { ...guideline, id: 'h', terms: [] }] }),
  );
  const log = sarif(pack, 'x');
  expect(validate(log), JSON.stringify(validate.errors)).toBe(true);
  expect(log.runs[0].invocations[0].toolConfigurationNotifications).toHaveLength(1);
});

test('each region holds the words', () => {
  const log = sarif(join(root, 'core/packs/de.json'), drafts[1]);
  const lines = drafts[1].split('\n');
  const texts = log.runs[0].results.map(({ locations: [{ physicalLocation }] }) => {
    const { startLine, startColumn, endColumn } = physicalLocation.region;
    return lines[startLine - 1].slice(startColumn - 1, endColumn - 1);
  });
  expect(texts).toContain('Passwort lautet Sommer2026');
  expect(texts).toContain('zeitnah');
});
