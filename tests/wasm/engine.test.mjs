// The boundary itself: what goes in, what comes out, what a failure looks like, and that memory is given back.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import createHerold from '../../wasm/dist/herold.mjs';
import { createEngine, Engine, FINDING_STRIDE, wasm } from './core.mjs';

const pack = (guidelines) =>
  JSON.stringify({ schema: 1, id: 'acme', title: 'ACME', defaultLanguage: 'de', guidelines });

const falke = {
  id: 'confidential.falke',
  kind: 'existence',
  severity: 'error',
  message: { de: '«{match}» ist vertraulich.', en: '“{match}” is confidential.' },
  terms: ['Projekt Falke'],
  replace: ['unser Vorhaben'],
};

let engine;
beforeEach(async () => {
  engine = await createEngine();
});
afterEach(() => engine.dispose());

describe('create', () => {
  test('takes bytes or a compiled module', async () => {
    for (const source of [
      wasm,
      wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length),
      await WebAssembly.compile(wasm),
    ]) {
      const other = await Engine.create(source);
      expect(other.load(pack([falke])).ok).toBe(true);
      other.dispose();
    }
  });

  test('rejects bytes that are no module', async () => {
    await expect(Engine.create(new Uint8Array([1, 2, 3]))).rejects.toThrow(WebAssembly.CompileError);
  });
});

describe('load', () => {
  test('names the guidelines in the order that findings count', () => {
    expect(engine.load(pack([falke, { ...falke, id: 'second', severity: 'warning' }]))).toEqual({
      ok: true,
      guidelines: [
        { id: 'confidential.falke', severity: 'error', kind: 'existence' },
        { id: 'second', severity: 'warning', kind: 'existence' },
      ],
      problems: [],
    });
  });

  test('leaves a broken guideline out and says where', () => {
    const result = engine.load(pack([{ ...falke, id: 'broken', patterns: ['('] }, falke]));
    expect(result.guidelines.map(({ id }) => id)).toEqual(['confidential.falke']);
    expect(result.problems).toMatchObject([{ pointer: '/guidelines/0/patterns/0', guideline: 'broken' }]);
  });

  test('keeps the pack before when the new one cannot be read', () => {
    engine.load(pack([falke]));
    const result = engine.load('{');
    expect(result).toMatchObject({ ok: false, guidelines: [] });
    expect(result.error).not.toBe('');
    expect(engine.check('Projekt Falke', {}).length).toBe(FINDING_STRIDE);
  });
});

describe('check', () => {
  beforeEach(() => engine.load(pack([falke])));

  test('gives four numbers a finding, in UTF-16 units', () => {
    expect([...engine.check('😀 Projekt Falke und Projekt\nFalke', {})]).toEqual([0, 2, 3, 16, 0, 2, 21, 34]);
    expect([...engine.check('', {})]).toEqual([]);
  });

  test('gives a copy that later calls leave alone', () => {
    const first = engine.check('Projekt Falke', {});
    engine.check('x'.repeat(900_000), {});
    expect([...first]).toEqual([0, 2, 0, 13]);
  });

  test('counts a lone surrogate as one unit', () => {
    expect([...engine.check('\ud800 Projekt Falke', {})]).toEqual([0, 2, 2, 15]);
  });

  test('follows the options of each call', () => {
    expect(engine.check('Projekt Falke', { ignore: ['confidential.falke'] }).length).toBe(0);
    expect(engine.check('Projekt Falke', {}).length).toBe(FINDING_STRIDE);
    engine.check('Projekt Falke', { reader: 'en' });
    expect(engine.report().findings[0].message).toBe('“Projekt Falke” is confidential.');
  });

  test('says what is wrong and works on', () => {
    expect(() => engine.check('Projekt Falke', { at: 'yesterday' })).toThrow(/at/);
    expect(() => engine.check('a'.repeat((1 << 20) + 1), {})).toThrow(/1 MiB/);
    expect(engine.check('Projekt Falke', {}).length).toBe(FINDING_STRIDE);
  });

  test('needs a pack', async () => {
    const empty = await createEngine();
    expect(() => empty.check('Projekt Falke', {})).toThrow('no pack is loaded');
    expect(() => empty.report()).toThrow('no pack is loaded');
    empty.dispose();
  });
});

describe('report', () => {
  test('has the texts and fixes of the last check', () => {
    engine.load(pack([falke]));
    engine.check('Das ist Projekt Falke.', { language: 'de' });
    expect(engine.report()).toMatchObject({
      language: 'de',
      findings: [
        {
          guideline: 'confidential.falke',
          range: { start: 8, end: 21 },
          match: 'Projekt Falke',
          message: '«Projekt Falke» ist vertraulich.',
          fixes: [
            { edits: [{ range: { start: 8, end: 21 }, text: expect.stringMatching(/unser Vorhaben/i) }] },
          ],
        },
      ],
    });
    expect(JSON.stringify(engine.report())).toBe(engine.reportJson());
  });

  test('stays that of the last check when another fails', () => {
    engine.load(pack([falke]));
    engine.check('Projekt Falke', {});
    expect(() => engine.check('a'.repeat((1 << 20) + 1), {})).toThrow(/1 MiB/);
    expect(engine.report().findings[0].match).toBe('Projekt Falke');
  });

  test('is empty after another pack was loaded', () => {
    engine.load(pack([falke, { ...falke, id: 'second', terms: ['Uhu'] }]));
    engine.check('Uhu', {});
    engine.load(pack([falke]));
    expect(engine.report().findings).toEqual([]);
  });
});

test('test runs the examples as a publisher and leaves the loaded pack alone', () => {
  engine.load(pack([falke]));
  const failing = { ...falke, examples: { violates: ['Der Falke ist ein Vogel.'], complies: [] } };
  expect(engine.test(pack([failing]))).toMatchObject({
    passed: false,
    failures: [{ guideline: 'confidential.falke', text: 'Der Falke ist ein Vogel.', expected: 'violates' }],
  });
  expect(engine.test('{').passed).toBe(false);
  expect(engine.check('Projekt Falke', {}).length).toBe(FINDING_STRIDE);
});

describe('suggest', () => {
  const item = {
    id: 'solar',
    url: 'https://acme.example/solar',
    title: 'Solarstrom auf jedem Dach',
    language: 'de',
    topics: ['energy'],
    captions: [{ id: 'a', language: 'de', text: 'Unser Dach liefert Strom.' }],
  };

  test('names what fits, why, and the captions', () => {
    const coffee = { ...item, id: 'coffee', title: 'Kaffee im Büro', topics: [], captions: [] };
    const summer = { ...item, id: 'summer', title: 'Lehrstellen im Sommer', topics: [], captions: [] };
    engine.loadContent(JSON.stringify([coffee, item, summer]), JSON.stringify({ energy: { de: 'Energie' } }));
    const options = { profile: { interests: ['energy'], languages: ['de'] }, network: 'linkedin', limit: 3 };
    expect(engine.suggest('Wir setzen auf Solarstrom vom Dach.', options)).toMatchObject([
      { item: 'solar', captions: ['a'], topics: ['energy'], terms: ['Solarstrom', 'Dach'] },
    ]);
  });

  test('says what is wrong', () => {
    expect(() => engine.suggest('x', {})).toThrow('no content is loaded');
    expect(() => engine.loadContent('{')).toThrow();
  });
});

describe('memory', () => {
  const draft = 'Heute geht es um Projekt Falke. '.repeat(90);

  test('does not grow over ten thousand checks', () => {
    engine.load(pack([falke]));
    const run = (count) => {
      for (let i = 0; i < count; i++) engine.check(draft + i, { language: i % 2 ? 'de' : 'en' });
      engine.report();
    };
    run(100);
    const before = engine.memoryBytes;
    run(10_000);
    expect(engine.memoryBytes).toBe(before);
  }, 120_000);

  test('does not grow when packs are loaded again and again', () => {
    const many = pack(
      Array.from({ length: 200 }, (_, i) => ({ ...falke, id: `g.${i}`, terms: [`Wort${i}`] })),
    );
    const run = (count) => {
      for (let i = 0; i < count; i++) engine.load(many);
    };
    run(5);
    const before = engine.memoryBytes;
    run(100);
    expect(engine.memoryBytes).toBe(before);
  }, 120_000);

  test('is given back by dispose, though the engines are still referred to', () => {
    const script = fileURLToPath(new URL('dispose-engines.mjs', import.meta.url));
    const child = spawnSync(process.execPath, ['--expose-gc', script], { encoding: 'utf8' });
    expect(child.stderr).toBe('');
    const { held, freed } = JSON.parse(child.stdout);
    expect(held).toBeGreaterThan(100 << 20);
    expect(freed).toBeLessThan(50 << 20);
  }, 120_000);
});

// Whoever uses the engine makes a new one then; the extension's host does.
test('memory that runs out is a trap', async () => {
  const instantiateWasm = (imports, done) => {
    WebAssembly.instantiate(wasm, imports).then(({ instance, module }) => done(instance, module));
    return {};
  };
  const { Engine: NativeEngine } = await createHerold({ instantiateWasm });
  const native = new NativeEngine();
  const moreThanThereCanBe = 0xf0000000;
  expect(() => native.reserve(moreThanThereCanBe)).toThrow(WebAssembly.RuntimeError);
});

test('a disposed engine says so', async () => {
  const other = await createEngine();
  other.dispose();
  other.dispose();
  expect(() => other.load(pack([falke]))).toThrow('this engine is disposed');
});
