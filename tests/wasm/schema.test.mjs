// What the schema and the reader of the core accept and refuse, held to the same goldens. The schema knows only the form
// of a pack: a golden says so where the reader refuses more.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { createEngine } from './core.mjs';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(file('core/schema/pack.schema.json'));
const goldens = file('tests/contract/guidelines.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const packOf = (guideline) => ({ schema: 1, id: 'test', defaultLanguage: 'de', guidelines: [guideline] });

const ajv = new Ajv({ strict: false });
addFormats(ajv);
const validate = ajv.compile(schema);

test('the schema accepts and refuses what the goldens say', () => {
  const wrong = goldens.filter(
    ({ guideline, accepted, schema = accepted }) => validate(packOf(guideline)) !== schema,
  );
  expect(wrong).toEqual([]);
});

test('the reader accepts and refuses what the goldens say', async () => {
  const engine = await createEngine();
  const wrong = goldens.filter(({ guideline, accepted }) => {
    const { ok, problems } = engine.load(JSON.stringify(packOf(guideline)));
    return !ok || (problems.length === 0) !== accepted;
  });
  expect(wrong).toEqual([]);
});

test('where they differ, the golden says why', () => {
  expect(goldens.filter(({ schema, reason }) => schema !== undefined && !reason)).toEqual([]);
});
