// Starting, stopping, and everything that keeps the server from starting: one line, status 2.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../certificate.mjs';
import { ADMINISTRATOR, BINARY, request, runHerold, serve, startServer } from '../harness.mjs';
import { createDatabase, stopCluster } from '../postgres.mjs';
import { ANY } from './conversation.mjs';

let folder;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'herold-start-'))));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopCluster();
});

const at = (name) => join(folder, name);
const database = (name) => ['--database', `sqlite:${at(name)}`, '--data', at('data')];

async function refusal(args) {
  const { status, stderr } = await runHerold(['serve', ...args]);
  expect(status, stderr).toBe(2);
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('herold: '));
  expect(lines, stderr).toHaveLength(1);
  expect(stderr.trim().split('\n'), 'nothing else is said').toHaveLength(1);
  return lines[0];
}

test('an address that is taken', async () => {
  const server = await startServer();
  const { host } = new URL(server.url);
  expect(await refusal([...database('a.db'), '--listen', host])).toContain(
    `${host}: another program uses this address`,
  );
  await server.stop();
});

test('an address that is none, or where others could read along', async () => {
  expect(await refusal([...database('a.db'), '--listen', 'nonsense'])).toContain('expected HOST:PORT');
  expect(await refusal([...database('a.db'), '--listen', '127.0.0.1:99999'])).toContain('expected HOST:PORT');
  expect(await refusal([...database('a.db'), '--listen', '0.0.0.0:0'])).toContain(
    'plain HTTP is for loopback only',
  );
});

test('an address of a proxy, of ours or of LinkedIn that is none', async () => {
  for (const [option, value] of [
    ['--trusted-proxy', 'localhost'],
    ['--trusted-proxy', '10.0.0.0/8'],
    ['--public-url', 'herold.acme.example'],
    ['--public-url', 'https://acme.example/herold'],
    ['--public-url', 'https://acme.example/?x'],
    ['--linkedin', 'ftp://x'],
    ['--allow-port', 'x'],
    ['--allow-port', '0'],
    ['--allow-port', '65536'],
  ])
    expect(await refusal([...database('a.db'), '--listen', '127.0.0.1:0', option, value])).toContain(
      `${option} ${value}: expected`,
    );
});

test('a certificate that is missing, malformed or without its key', async () => {
  const { cert, key } = makeCertificate(folder);
  const tls = (c, k) => [
    ...database('a.db'),
    '--listen',
    '127.0.0.1:0',
    '--tls-cert',
    c,
    ...(k ? ['--tls-key', k] : []),
  ];
  writeFileSync(at('nonsense.pem'), 'nonsense');
  expect(await refusal(tls(at('missing.pem'), key))).toContain(at('missing.pem'));
  expect(await refusal(tls(at('nonsense.pem'), key))).toContain(at('nonsense.pem'));
  expect(await refusal(tls(cert, at('nonsense.pem')))).toContain(at('nonsense.pem'));
  expect(await refusal(tls(cert))).toContain('belong together');
  // Nobody is asked for it, terminal or not.
  const sealed = ['pkey', '-in', key, '-aes256', '-passout', 'pass:secret', '-out', at('sealed.pem')];
  expect(spawnSync('openssl', sealed).status).toBe(0);
  expect(await refusal(tls(cert, at('sealed.pem')))).toMatch(/has a pass phrase.*openssl pkey -in/);
});

test('a database that is unknown, unreachable, no database or of a folder', async () => {
  expect(await refusal(['--data', at('data'), '--database', 'mysql://x'])).toContain('mysql');
  expect(await refusal(['--data', at('data'), '--database', 'postgresql://127.0.0.1:1/none'])).not.toBe('');
  writeFileSync(
    at('text.db'),
    'This is no database, and it is long enough not to look like an empty one.\n'.repeat(100),
  );
  expect(await refusal(database('text.db'))).toContain('text.db');
  expect(readFileSync(at('text.db'), 'utf8')).toContain('This is no database');
  expect(await refusal(['--data', at('data'), '--database', `sqlite:${folder}`])).not.toBe('');
});

test('a PostgreSQL database that cannot hold every text', async () => {
  const { url, drop } = await createDatabase('LATIN1');
  expect(await refusal(['--data', at('data'), '--database', url])).toMatch(
    /LATIN1.*createdb --encoding=UTF8/,
  );
  await drop();
});

test('lists no keys before there are any, and then when the root expires', async () => {
  const options = database('keys.db');
  const { email, name } = ADMINISTRATOR;
  const created = ['admin', 'create', ...options, '--email', email, '--name', name, '--password-stdin'];
  expect((await runHerold(created, { input: 'long enough' })).status).toBe(0);
  const none = await runHerold(['admin', 'keys', ...options]);
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toContain('start the server once');
  await (await serve([...options, '--listen', '127.0.0.1:0'])).stop();
  const { stdout } = await runHerold(['admin', 'keys', ...options]);
  const year = new Date().getUTCFullYear() + 1;
  expect(stdout).toMatch(new RegExp(`^root\t\\w{64}\ton this server\t[^\t]+\texpires ${year}-.*Z$`, 'm'));
});

test('a database that is damaged, which is left as it is', async () => {
  const server = await startServer();
  const path = server.database.slice('sqlite:'.length);
  await server.process.kill('SIGTERM');
  await new Promise((resolve) => server.process.once('exit', resolve));
  const size = statSync(path).size;
  truncateSync(path, Math.floor(size / 2));
  expect(await refusal(['--database', server.database, '--data', server.data])).toContain(path);
  expect(statSync(path).size).toBe(Math.floor(size / 2));
  await server.stop();
});

test('pages whose description is missing, no JSON or malformed', async () => {
  const pages = (text) => {
    writeFileSync(at('pages.json'), text);
    return refusal([...database('a.db'), '--pages', at('pages.json')]);
  };
  expect(await refusal([...database('a.db'), '--pages', at('missing.json')])).toContain(at('missing.json'));
  expect(await pages('{"linkedin": ')).toContain(
    `${at('pages.json')}: the description of the pages is not JSON`,
  );
  expect(await pages('{"linkedin": {"hosts": [1]}}')).toContain('/linkedin/hosts/0: expected texts');
});

test('a master key that others may read', async () => {
  const server = await startServer();
  const key = join(server.data, 'master.key');
  expect(statSync(key).mode & 0o777).toBe(0o600);
  chmodSync(key, 0o644);
  expect(await refusal([...database('a.db').slice(0, 2), '--data', server.data])).toContain('master.key');
  await server.stop();
});

test('bad usage', async () => {
  for (const args of [
    ['serve', '--no-such-option'],
    ['no-such-command'],
    [],
    ['admin'],
    ['admin', 'create'],
  ]) {
    const { status, stderr } = await runHerold(args);
    expect(status, args.join(' ')).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
});

test('an administrator who is there already, or has too short a password', async () => {
  const create = (password) =>
    runHerold(
      [
        'admin',
        'create',
        ...database('b.db'),
        '--email',
        ADMINISTRATOR.email,
        '--name',
        'A',
        '--password-stdin',
      ],
      { input: password },
    );
  expect((await create('short')).status).toBe(2);
  expect((await create('long enough')).status).toBe(0);
  const again = await create('long enough');
  expect(again.status).toBe(2);
  expect(again.stderr).toContain(ADMINISTRATOR.email);
});

test('keeps what was entered over a restart, and a session too', async () => {
  const server = await startServer();
  await server.admin('PUT', '/v1/admin/topics', { results: { de: 'Zahlen' } }, ANY);
  const port = new URL(server.url).port;
  const stopped = new Promise((resolve) => server.process.once('exit', resolve));
  server.process.kill('SIGTERM');
  expect(await stopped).toBe(0);
  const again = await serve([
    '--database',
    server.database,
    '--data',
    server.data,
    '--listen',
    `127.0.0.1:${port}`,
  ]);
  expect((await server.admin('GET', '/v1/admin/topics')).body).toEqual({ results: { de: 'Zahlen' } });
  await again.stop();
  await server.stop();
});

test('backs up and restores, and finds the audit log unbroken', async () => {
  const server = await startServer();
  await server.admin('PUT', '/v1/admin/topics', { results: { de: 'Zahlen' } }, ANY);
  const options = ['--database', server.database, '--data', server.data];
  expect((await runHerold(['admin', 'backup', ...options, at('backup.db')])).status).toBe(0);
  expect((await runHerold(['admin', 'verify-audit', ...options])).stdout).toContain('unbroken');
  await server.stop();
  expect((await runHerold(['admin', 'restore', ...database('restored.db'), at('backup.db')])).status).toBe(0);
  expect((await runHerold(['admin', 'verify-audit', ...database('restored.db')])).stdout).toContain(
    'unbroken',
  );
  expect((await runHerold(['admin', 'restore', ...database('restored.db'), at('backup.db')])).status).toBe(2);
  // Without --database where `serve` looks for it.
  expect((await runHerold(['admin', 'restore', '--data', at('anew'), at('backup.db')])).status).toBe(0);
  expect((await runHerold(['admin', 'verify-audit', '--data', at('anew')])).stdout).toContain('unbroken');
});

test('takes the root key off and back, also without the master key it was sealed with', async () => {
  const server = await startServer();
  const options = ['--database', server.database, '--data', server.data];
  const { stdout: key } = await runHerold(['admin', 'export-root', '--remove', ...options]);
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  const removed = await runHerold(['admin', 'rotate-keys', ...options]);
  expect(removed).toMatchObject({ status: 2, stdout: '' });
  expect(removed.stderr.trim().split('\n')).toHaveLength(1);
  expect(removed.stderr).toContain('import-root');
  const elsewhere = ['--database', server.database, '--data', at('new-data')];
  const imported = await runHerold(['admin', 'import-root', '-', ...elsewhere], { input: key });
  expect(imported).toMatchObject({ status: 0, stderr: '' });
  expect((await runHerold(['admin', 'rotate-keys', ...elsewhere])).status).toBe(0);
  const wrong = await runHerold(['admin', 'import-root', '-', ...elsewhere], { input: 'a key' });
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('no root key');
  await server.stop();
});

test('a master key that is not the one of this database', async () => {
  const server = await startServer();
  await server.halt();
  const said = await refusal(['--database', server.database, '--data', at('no-key-yet')]);
  expect(said).toContain('master.key that belongs to this database');
  // A new one would lie in the way of the right one.
  const keys = await runHerold(['admin', 'keys', '--database', server.database, '--data', at('no-key-yet')]);
  expect(keys).toMatchObject({ status: 2, stdout: '' });
  expect(keys.stderr).toContain('no-key-yet/master.key: there is none');
  expect(keys.stderr).toContain('import-root');
  expect(existsSync(join(at('no-key-yet'), 'master.key'))).toBe(false);
  await server.stop();
});

test('keeps the root key where it could not be written', async () => {
  const server = await startServer();
  const options = ['--database', server.database, '--data', server.data];
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(BINARY, ['admin', 'export-root', '--remove', ...options], {
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(status).toBe(2);
  expect(stderr).toContain('stays on this server');
  expect((await runHerold(['admin', 'rotate-keys', ...options])).status).toBe(0);
  await server.stop();
});

test('takes no mistyped path for an empty database', async () => {
  for (const [command, ...args] of [
    ['list'],
    ['remove', '--email', ADMINISTRATOR.email],
    ['keys'],
    ['verify-audit'],
    ['rotate-keys'],
    ['export-root'],
    ['import-root', '-'],
    ['backup', at('nothing.db')],
    ['reset-password', '--email', ADMINISTRATOR.email, '--password-stdin'],
  ]) {
    const mistyped = ['--database', `sqlite:${at('mistyped.db')}`, '--data', at('mistyped')];
    const { status, stdout, stderr } = await runHerold(['admin', command, ...mistyped, ...args]);
    expect({ status, stdout }, command).toEqual({ status: 2, stdout: '' });
    expect(stderr, command).toContain(`${at('mistyped.db')}: there is no database`);
    expect(existsSync(at('mistyped.db')) || existsSync(at('mistyped')), command).toBe(false);
  }
});

test('speaks TLS, with a cookie for TLS alone', async () => {
  const { cert, key } = makeCertificate(folder);
  const server = await startServer();
  await server.process.kill('SIGTERM');
  const secure = await serve([
    '--database',
    server.database,
    '--data',
    server.data,
    '--listen',
    '127.0.0.1:0',
    '--tls-cert',
    cert,
    '--tls-key',
    key,
  ]);
  expect(secure.url).toMatch(/^https:/);
  const { email, password } = ADMINISTRATOR;
  const { status, headers } = await postOverTls(
    `${secure.url}/v1/admin/session`,
    { email, password },
    readFileSync(cert),
  );
  expect(status).toBe(200);
  expect(headers['set-cookie'][0]).toContain('; Secure');
  expect(headers['strict-transport-security']).toContain('max-age');
  await secure.stop();
  await server.stop();
});

function postOverTls(url, body, ca) {
  const headers = { origin: new URL(url).origin, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = https.request(
      url,
      { method: 'POST', headers, ca, servername: 'localhost', checkServerIdentity: () => undefined },
      (answer) => {
        answer.resume().on('end', () => resolve({ status: answer.statusCode, headers: answer.headers }));
      },
    );
    sent.on('error', reject).end(JSON.stringify(body));
  });
}

test('believes a proxy only when it is named', async () => {
  const server = await startServer();
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
  const { email, password } = ADMINISTRATOR;
  const signIn = (url) => request(url, 'POST', '/v1/admin/session', { email, password }, forwarded);
  expect((await signIn(server.url)).headers.getSetCookie()[0]).not.toContain('Secure');
  // Metrics are for this machine alone, and that is believed of no proxy.
  expect((await request(server.url, 'GET', '/metrics')).status).toBe(200);
  expect((await request(server.url, 'GET', '/metrics', undefined, forwarded)).status).toBe(403);
  const behind = await serve([
    '--database',
    server.database,
    '--data',
    server.data,
    '--listen',
    '127.0.0.1:0',
    '--trusted-proxy',
    '127.0.0.1',
  ]);
  expect((await signIn(behind.url)).headers.getSetCookie()[0]).toContain('Secure');
  expect((await request(behind.url, 'GET', '/metrics', undefined, forwarded)).status).toBe(403);
  await behind.stop();
  await server.stop();
});
