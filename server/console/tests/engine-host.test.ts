import type { Engine } from '@herold/core';
import { expect, test, vi } from 'vitest';
import { EngineHost } from '../src/engine/host.ts';

const check = (pack: string) => ({ kind: 'check', pack, draft: 'Text', options: {} }) as const;

/** As much of the core as is asked here. */
function engine() {
  const made = {
    load: vi.fn((_pack: string) => ({ ok: true })),
    check: vi.fn(),
    report: () => ({ findings: ['found'] }),
    test: (pack: string) => ({ passed: pack === 'good' }),
  };
  return made as typeof made & Engine;
}

test('a pack is loaded once, however often drafts are checked', async () => {
  const core = engine();
  const host = new EngineHost(async () => core);
  for (const pack of ['a', 'a', 'b']) await host.answer(check(pack));
  expect(core.load.mock.calls).toEqual([['a'], ['b']]);
  expect(await host.answer(check('b'))).toEqual({ load: { ok: true }, findings: ['found'] });
  expect(await host.answer({ kind: 'test', pack: 'good' })).toEqual({ passed: true });
});

test('a core that could not be fetched is fetched again with the next question', async () => {
  const make = vi
    .fn<() => Promise<Engine>>()
    .mockRejectedValueOnce(new Error('503'))
    .mockResolvedValue(engine());
  const host = new EngineHost(make);
  await expect(host.answer(check('a'))).rejects.toThrow('503');
  expect(await host.answer(check('a'))).toMatchObject({ findings: ['found'] });
  await host.answer(check('a'));
  expect(make).toHaveBeenCalledTimes(2);
});

test('after a trap the next question gets a new instance, which loads its pack anew', async () => {
  const [broken, whole] = [engine(), engine()];
  broken.check.mockImplementationOnce(() => {
    throw new WebAssembly.RuntimeError('unreachable');
  });
  const made = [broken, whole];
  const host = new EngineHost(async () => made.shift() as Engine);
  await expect(host.answer(check('a'))).rejects.toThrow('unreachable');
  expect(await host.answer(check('a'))).toMatchObject({ findings: ['found'] });
  expect(whole.load).toHaveBeenCalledWith('a');
});

test('what the core merely refuses keeps its instance', async () => {
  const core = engine();
  core.check.mockImplementationOnce(() => {
    throw new Error('at: no time');
  });
  const make = vi.fn(async () => core);
  const host = new EngineHost(make);
  await expect(host.answer(check('a'))).rejects.toThrow('at: no time');
  await host.answer(check('a'));
  expect(make).toHaveBeenCalledOnce();
});
