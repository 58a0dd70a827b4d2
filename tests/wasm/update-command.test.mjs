// `herold update` against a real HTTP server: the same workflow as runUpdate, over libcurl and libsodium.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Publisher } from '../e2e/updates/publisher.mjs';

const herold = resolve(
  fileURLToPath(new URL('../..', import.meta.url)),
  process.env.HEROLD ?? 'build/herold',
);
const pack = { schema: 1, id: 'acme', guidelines: [] };

let publisher;
let requests;
let server;
let folder;
let base;

beforeEach(async () => {
  publisher = new Publisher({ organisation: 'acme', channel: 'pilot' });
  publisher.publish({ pack });
  requests = [];
  server = createServer((request, response) => {
    requests.push(request.url.slice(1));
    const text = publisher.files.get(request.url.slice(1));
    return text === undefined ? response.writeHead(404).end() : response.end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${server.address().port}`;
  folder = mkdtempSync(join(tmpdir(), 'herold-update-'));
  writeFileSync(join(folder, 'root.json'), publisher.rootText);
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const metadata = () => join(folder, 'metadata');

function run(...args) {
  return new Promise((done, fail) => {
    const program = spawn(herold, ['update', '--metadata-dir', metadata(), ...args]);
    let errors = '';
    program.on('error', fail);
    program.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    program.on('close', (status) => done({ status, errors }));
  });
}

const init = () => run('init', join(folder, 'root.json'));
const refresh = () => run('--metadata-url', `${base}/metadata`, 'refresh');
const download = (name) =>
  run(
    ...['--metadata-url', `${base}/metadata`, '--target-base-url', `${base}/targets`],
    ...['--target-name', name, '--target-dir', join(folder, 'targets'), 'download'],
  );

test('a file that is no root is not taken for one', async () => {
  writeFileSync(join(folder, 'root.json'), '{"signed": {}, "signatures": []}');
  const { status, errors } = await init();
  expect(status).toBe(2);
  expect(errors).toContain('root.json is no root');
  expect(existsSync(metadata())).toBe(false);
});

test('refreshes and keeps the exact bytes under the names of the roles', async () => {
  expect(await init()).toEqual({ status: 0, errors: '' });
  expect(requests).toEqual([]);
  expect(await refresh()).toEqual({ status: 0, errors: '' });
  expect(requests).toEqual([
    'metadata/2.root.json',
    'metadata/timestamp.json',
    'metadata/1.snapshot.json',
    'metadata/1.targets.json',
  ]);
  expect(readFileSync(join(metadata(), 'timestamp.json'), 'utf8')).toBe(
    publisher.files.get('metadata/timestamp.json'),
  );
  expect(readdirSync(metadata()).sort()).toEqual([
    'root.json',
    'snapshot.json',
    'targets.json',
    'timestamp.json',
  ]);
});

test('downloads a target once', async () => {
  await init();
  expect(await download('pilot.json')).toEqual({ status: 0, errors: '' });
  const file = join(folder, 'targets', 'pilot.json');
  expect(JSON.parse(readFileSync(file, 'utf8')).revision).toBe(1);
  requests = [];
  expect((await download('pilot.json')).status).toBe(0);
  expect(requests.filter((path) => path.startsWith('targets/'))).toEqual([]);
  publisher.publish({ pack });
  expect((await download('pilot.json')).status).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8')).revision).toBe(2);
});

test('says what it refuses and keeps what it had', async () => {
  await init();
  await refresh();
  publisher.publish({ pack, expiresInDays: -1 });
  expect(await refresh()).toEqual({
    status: 1,
    errors: 'herold: refused (expired): timestamp: has expired (version 2)\n',
  });
  expect(JSON.parse(readFileSync(join(metadata(), 'timestamp.json'), 'utf8')).signed.version).toBe(1);
  expect(await download('../../nothing')).toMatchObject({ status: 1 });
  expect(existsSync(join(folder, 'targets'))).toBe(false);
});

test('tells bad usage from refusal', async () => {
  expect(await refresh()).toMatchObject({ status: 2, errors: expect.stringContaining('update init') });
  expect(await run('refresh')).toMatchObject({
    status: 2,
    errors: expect.stringContaining('--metadata-url'),
  });
  expect(await run('init', join(folder, 'none.json'))).toMatchObject({ status: 2 });
});
