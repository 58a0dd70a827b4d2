import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PanelNews, PanelState } from '../../../extension/src/worker/protocol.ts';
import { fakeBrowser } from './browser.ts';

const ROOT = '{"root":1}';
const FP = createHash('sha256').update(ROOT).digest().subarray(0, 16).toString('base64url');
const ORGANISATIONS: Record<string, object> = { 'lindenau.example': { id: 'lindenau', title: 'Lindenau' } };
const enrolment = (token: string, host: string) => ({
  token,
  organisation: ORGANISATIONS[host] ?? { id: 'acme', title: 'ACME' },
  channel: 'everyone',
  groups: [],
  root: ROOT,
  joinedAt: '2026-11-24T12:00:00Z',
});

let device: ReturnType<typeof fakeBrowser>;
let asked: string[];
let isReachable: boolean;
let tokens: string[];

vi.mock('wxt/browser', () => ({
  get browser() {
    return device.browser;
  },
}));

beforeEach(async () => {
  device = fakeBrowser();
  asked = [];
  isReachable = true;
  tokens = ['T1', 'T2', 'T3'];
  vi.stubGlobal(
    'WebSocket',
    class {
      close() {}
    },
  );
  vi.stubGlobal('fetch', answer);
  vi.resetModules();
  const { startWorker } = await import('../../../extension/src/worker/worker.ts');
  startWorker();
});

async function answer(address: string | object, { method = 'GET', headers = {} }: RequestInit = {}) {
  if (String(address).endsWith('.wasm'))
    return new Response(await readFile(new URL('../../../wasm/dist/herold.wasm', import.meta.url)));
  const { host, pathname } = new URL(String(address));
  const { Authorization = '' } = headers as Record<string, string>;
  asked.push(`${method} ${host}${pathname} ${Authorization.replace('Bearer ', '')}`);
  if (method === 'DELETE' && !isReachable) throw new Error('down');
  if (method === 'DELETE') return Response.json({ deleted: [] });
  if (pathname === '/v1/enrol') return Response.json(enrolment(tokens.shift() as string, host));
  return new Response(null, { status: 404 });
}

const join = (host: string) =>
  device.ask({ kind: 'enrol', link: `https://${host}/join#code.${FP}` } as never);
const left = () => asked.filter((request) => request.startsWith('DELETE'));

test('who joins anew leaves as what they were', async () => {
  await join('one.example');
  expect(left()).toEqual([]);
  await join('two.example');
  await vi.waitFor(() =>
    expect(device.givenBack).toHaveBeenCalledWith({ origins: ['https://one.example/*'] }),
  );
  expect(left()).toEqual(['DELETE one.example/v1/me T1']);
  expect(device.local.values).toMatchObject({ membership: { token: 'T2' } });
  expect(device.local.values).not.toHaveProperty('leaving');
});

test('with the organisation goes what was connected to LinkedIn through its app', async () => {
  device.local.values.linkedin = { sealed: { iv: '', text: '' }, expiresAt: 0 };
  await join('one.example');
  await join('two.example');
  expect(device.local.values).toHaveProperty('linkedin');
  await join('lindenau.example');
  expect(device.local.values).not.toHaveProperty('linkedin');
  expect(device.givenBack).toHaveBeenCalledWith({ origins: ['https://api.linkedin.com/*'] });
});

test('a server out of reach is told later, whatever is left meanwhile', async () => {
  isReachable = false;
  await join('one.example');
  await join('two.example');
  await device.ask({ kind: 'leave' });
  await join('one.example');
  expect(device.local.values).toMatchObject({ leaving: [{ token: 'T1' }, { token: 'T2' }] });
  isReachable = true;
  asked = [];
  device.givenBack.mockClear();
  await device.ask({ kind: 'leave' });
  device.wake();
  await vi.waitFor(() => expect(device.local.values).toEqual({}));
  expect(left().sort()).toEqual([
    'DELETE one.example/v1/me T1',
    'DELETE one.example/v1/me T3',
    'DELETE two.example/v1/me T2',
  ]);
});

test('whatever the browser refuses, leaving deletes what is kept', async () => {
  await join('one.example');
  Object.assign(device.browser.scripting as object, {
    getRegisteredContentScripts: () => Promise.reject(new Error('no')),
  });
  expect(await device.ask({ kind: 'leave' })).toEqual({ deleted: [], reached: true });
  expect(device.local.values).toEqual({});
  expect(left()).toEqual(['DELETE one.example/v1/me T1']);
});

test('page mode that is switched off gives its permission back; one that is on keeps it', async () => {
  const origins = ['https://www.linkedin.com/*'];
  await join('one.example');
  await device.ask({ kind: 'settings', change: { pageMode: true } } as never);
  await device.ask({ kind: 'settings', change: { network: 'x' } } as never);
  expect(device.givenBack).not.toHaveBeenCalledWith({ origins });
  await device.ask({ kind: 'settings', change: { pageMode: false } } as never);
  expect(device.givenBack).toHaveBeenCalledWith({ origins });
});

test('an open composer asks the server for nothing', async () => {
  await join('one.example');
  asked = [];
  await device.ask({ kind: 'page-awake' });
  expect(asked).toEqual([]);
});

test('what is ignored twice, as after a worker was stopped, is counted once', async () => {
  const ignore = { kind: 'ignore', finding: { guideline: 'tone', match: 'ähm' } } as never;
  await device.ask(ignore);
  const { ignored } = (await device.ask(ignore)) as PanelState;
  expect(ignored).toEqual([{ guideline: 'tone', match: 'ähm' }]);
});

test.each([{ interests: ['bau'] }, { network: 'x' }, { language: 'en' }])(
  'panels ask again once they know what was changed elsewhere: %o',
  async (change) => {
    await join('one.example');
    const heard: PanelNews[] = [];
    device.openPanel((news) => heard.push(news as PanelNews));
    await device.ask({ kind: 'settings', change } as never);
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'recheck' }));
    expect(heard.at(-2)).toMatchObject({ kind: 'state', state: { settings: change } });
  },
);

test('an alarm that outlived the membership wakes the worker once', async () => {
  device.wake();
  await vi.waitFor(() => expect(device.endedAlarms).toHaveBeenCalledWith('wake'));
  device.endedAlarms.mockClear();
  await join('one.example');
  device.wake();
  await device.ask({ kind: 'state' });
  expect(device.endedAlarms).not.toHaveBeenCalled();
});
