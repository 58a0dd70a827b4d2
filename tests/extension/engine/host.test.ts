import { readFile } from 'node:fs/promises';
import { type Bundle, Engine } from '@herold/core';
import { afterEach, expect, test, vi } from 'vitest';
import { EngineHost } from '../../../extension/src/engine/host.ts';
import type { CheckRequest } from '../../../extension/src/engine/protocol.ts';

const built = (name: string) => async () => {
  const bytes = await readFile(new URL(`../../../wasm/dist/${name}`, import.meta.url));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
};
const wasm = built('herold.wasm');
const lexicon = built('words.lexicon');
const READER = { groups: [], reader: 'en', ignore: [] };
const ERROR = 2;

function bundle(term: string): Bundle {
  const guideline = {
    id: 'confidential',
    kind: 'existence',
    severity: 'error',
    message: '{match}!',
    terms: [term],
  };
  const pack = { schema: 1, id: 'acme', title: 'ACME', defaultLanguage: 'en', guidelines: [guideline] };
  return { pack, content: [], topics: {} } as unknown as Bundle;
}

const hostOf = (first?: Bundle) =>
  new EngineHost({ wasm, lexicon, bundle: async () => first, recognised: () => {} });
const ask = (draft: string, id = 1, client = 'page'): CheckRequest => ({
  client,
  id,
  draft,
  network: 'linkedin',
});

test('has nothing to say before guidelines arrive', async () => {
  const { answer, report } = await hostOf().check(ask('Project Falcon'), READER);
  expect(answer).toEqual({ kind: 'no-guidelines', id: 1 });
  expect(await report()).toBeUndefined();
});

test('answers with records, and makes the texts when asked', async () => {
  const { answer, report } = await hostOf(bundle('Project Falcon')).check(ask('On Project Falcon.'), READER);
  expect(answer).toEqual({ kind: 'checked', id: 1, records: [0, ERROR, 3, 17] });
  expect((await report())?.findings.map(({ message }) => message)).toEqual(['Project Falcon!']);
});

test('checks a draft that is only to be copied, of which no network is known', async () => {
  const request = { ...ask('On Project Falcon.'), network: '' };
  const { answer } = await hostOf(bundle('Project Falcon')).check(request, READER);
  expect(answer).toMatchObject({ kind: 'checked', records: [0, ERROR, 3, 17] });
});

test('gives each answer its own texts, whatever was checked meanwhile', async () => {
  const host = hostOf(bundle('Project Falcon'));
  const first = await host.check(ask('On Project Falcon.'), READER);
  const second = await host.check(ask('Nothing.', 1, 'panel'), READER);
  expect((await first.report())?.findings).toHaveLength(1);
  expect((await second.report())?.findings).toHaveLength(0);
});

test('answers only the last of the questions that came together', async () => {
  const host = hostOf(bundle('Project Falcon'));
  const [first, second] = await Promise.all([
    host.check(ask('Project Falcon', 1), READER),
    host.check(ask('Project', 2), READER),
  ]);
  expect(first.answer).toEqual({ kind: 'superseded', id: 1 });
  expect(second.answer).toEqual({ kind: 'checked', id: 2, records: [] });
});

test('keeps the guidelines in force when others cannot be read', async () => {
  const host = hostOf(bundle('Project Falcon'));
  expect(await host.use({ ...bundle('Lark'), pack: { schema: 1 } } as unknown as Bundle)).toBe(false);
  const { answer } = await host.check(ask('Project Falcon'), READER);
  expect(answer).toMatchObject({ kind: 'checked', records: [0, ERROR, 0, 14] });
});

test('says nothing of what it knew once it was told to forget', async () => {
  let stored: Bundle | undefined = bundle('Project Falcon');
  const host = new EngineHost({ wasm, lexicon, bundle: async () => stored, recognised: () => {} });
  const { report } = await host.check(ask('Project Falcon'), READER);
  stored = undefined;
  await host.forget();
  expect(await report()).toBeUndefined();
  expect((await host.check(ask('Project Falcon', 2), READER)).answer).toMatchObject({
    kind: 'no-guidelines',
  });
});

test('finds a secret term when nobody has typed for a while, and has drafts checked again', async () => {
  const sealed = new URL('../../contract/packs/secrets.sealed.json', import.meta.url);
  const pack = JSON.parse(await readFile(sealed, 'utf8'));
  const secret = { pack, content: [], topics: {} } as unknown as Bundle;
  let again = () => {};
  const recognised = new Promise<void>((resolve) => {
    again = resolve;
  });
  const host = new EngineHost({ wasm, lexicon, bundle: async () => secret, recognised: () => again() });
  expect((await host.check(ask('Ein #Nachtfalter'), READER)).answer).toMatchObject({ records: [] });
  await recognised;
  expect((await host.check(ask('Der Nachtfalter', 2), READER)).answer).toMatchObject({
    records: [0, ERROR, 4, 15],
  });
});

function library(): Bundle {
  const item = { id: 'sewage', title: 'What happens to sewage in winter', language: 'en', topics: [] };
  const filler = (_: unknown, i: number) => ({
    id: `i${i}`,
    title: `Number ${i}`,
    language: 'en',
    topics: [],
  });
  return { ...bundle('x'), content: [item, ...Array.from({ length: 40 }, filler)] } as unknown as Bundle;
}

test('content in another language is suggested with the lexicon, and without it none', async () => {
  const draft = 'Unser Abwasser wird untersucht';
  const sources = { wasm, bundle: async () => library(), recognised: () => {} };
  const knowing = new EngineHost({ ...sources, lexicon });
  expect((await knowing.suggest(draft, {})).map(({ item }) => item)).toEqual(['sewage']);
  const unknowing = new EngineHost({ ...sources, lexicon: () => Promise.reject(new Error('gone')) });
  expect(await unknowing.suggest(draft, {})).toEqual([]);
});

/** What a trap looks like: memory is at its end, or the core has a fault. */
const trap = () => {
  throw new WebAssembly.RuntimeError('unreachable');
};
afterEach(() => vi.restoreAllMocks());

test.each(['check', 'report'] as const)(
  'after a trap in %s the next question gets a new instance',
  async (name) => {
    const host = hostOf(bundle('Project Falcon'));
    const made = vi.spyOn(Engine, 'create');
    vi.spyOn(Engine.prototype, name).mockImplementationOnce(trap);
    const asked = host.check(ask('On Project Falcon.'), READER).then(({ report }) => report());
    await expect(asked).rejects.toThrow('unreachable');
    const { answer } = await host.check(ask('On Project Falcon.', 2), READER);
    expect(answer).toEqual({ kind: 'checked', id: 2, records: [0, ERROR, 3, 17] });
    expect(made).toHaveBeenCalledTimes(2);
  },
);

test('a trap over a new bundle or its content leaves the guidelines before in force', async () => {
  const host = hostOf(bundle('Project Falcon'));
  const made = vi.spyOn(Engine, 'create');
  await host.check(ask('Nothing.'), READER);
  vi.spyOn(Engine.prototype, 'load').mockImplementationOnce(trap);
  expect(await host.use(bundle('Project Sparrow'))).toBe(false);
  vi.spyOn(Engine.prototype, 'loadContent').mockImplementationOnce(trap);
  expect(await host.suggest('Holz', { profile: {}, network: 'linkedin', limit: 3 } as never)).toEqual([]);
  const { answer } = await host.check(ask('On Project Falcon.', 2), READER);
  expect(answer).toMatchObject({ records: [0, ERROR, 3, 17] });
  expect(made).toHaveBeenCalledTimes(3);
});

test('an instance that another one replaces while the lexicon is fetched takes no content along', async () => {
  const fetched = Promise.withResolvers<ArrayBuffer>();
  const asked = vi.fn(() => fetched.promise);
  const host = new EngineHost({ wasm, lexicon: asked, bundle: async () => library(), recognised: () => {} });
  const draft = 'Unser Abwasser wird untersucht';
  const first = host.suggest(draft, {}).catch(() => []);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  vi.spyOn(Engine.prototype, 'check').mockImplementationOnce(trap);
  await expect(host.check(ask('Holz'), READER)).rejects.toThrow('unreachable');
  await host.engine();
  fetched.resolve(await lexicon());
  expect(await first).toEqual([]);
  expect((await host.suggest(draft, {})).map(({ item }) => item)).toEqual(['sewage']);
});
