// What meets a server while it runs: signals, a log that nobody reads, more connections than fit, a proxy.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import tls from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCertificate } from '../certificate.mjs';
import { ADMINISTRATOR, request, serve, startServer } from '../harness.mjs';
import { CREATE, guideline } from './conversation.mjs';

let folder;
let server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herold-run-'));
  server = await startServer();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const DAY = 86_400; // s
const at = (name) => join(folder, name);
/** Another process on the same database. */
const another = (args, options) =>
  serve(['--database', server.database, '--data', server.data, ...args], options);

async function until(holds) {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (await holds()) return;
    await pause(20);
  }
  throw new Error('waited in vain');
}

const logged = ({ lines }, event) => lines.filter((line) => line.includes(`event=${event}`));
/** What a server says on the way to doing something may arrive after the answer. */
const toldOnce = async (told, event) => {
  await until(() => logged(told, event).length > 0);
  expect(logged(told, event)).toHaveLength(1);
};

test('reads its certificate anew when it is told to, and keeps the old one when the new is none', async () => {
  const { cert, key } = makeCertificate(folder, { hosts: ['old'] });
  const listen = ['--listen', '127.0.0.1:0', '--tls-cert', cert, '--tls-key', key];
  const secure = await another(listen);
  const name = () =>
    new Promise((resolve, reject) => {
      const port = Number(new URL(secure.url).port);
      const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().subject.CN);
        socket.destroy();
      });
      socket.on('error', reject);
    });
  expect(await name()).toBe('old');
  makeCertificate(folder, { hosts: ['new'] });
  expect(await name()).toBe('old');
  secure.process.kill('SIGHUP');
  await until(async () => (await name()) === 'new');
  writeFileSync(cert, 'nonsense');
  secure.process.kill('SIGHUP');
  await until(() => logged(secure, 'reload-failed').length === 1);
  expect(await name()).toBe('new');
  expect(await secure.stop()).toBe(0);
});

test('says beforehand that its certificate expires, and that its root does', async () => {
  const aging = await startServer();
  const path = aging.database.slice('sqlite:'.length);
  const expire = (seconds) => {
    const database = new DatabaseSync(path);
    database.prepare("UPDATE role_versions SET expires_at = ? WHERE role = 'root'").run(seconds);
    database.close();
  };
  const now = Math.floor(Date.now() / 1000);
  const again = (args) =>
    serve(['--database', aging.database, '--data', aging.data, '--listen', '127.0.0.1:0', ...args]);
  const metric = async ({ url }, name) =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await request(url, 'GET', '/metrics')).body)?.[1]);
  await aging.halt();
  expect(logged(aging, 'root-')).toEqual([]);
  expect(logged(aging, 'certificate-')).toEqual([]);

  expire(now + 59.5 * DAY);
  const soon = await again([]);
  expect(logged(soon, 'root-expires-soon')[0]).toMatch(/level=warning .* days=59 .*rotate-keys/);
  expect(await metric(soon, 'herold_root_expiry_timestamp_seconds')).toBe(now + 59.5 * DAY);
  expect(await metric(soon, 'herold_tls_certificate_expiry_timestamp_seconds')).toBeNaN();
  await soon.stop();

  expire(now - 60);
  const { cert, key } = makeCertificate(folder, { hosts: ['aging'], days: 13 });
  const secure = await again(['--tls-cert', cert, '--tls-key', key]);
  expect(logged(secure, 'root-expired')[0]).toContain('level=error');
  expect(logged(secure, 'certificate-expires-soon')[0]).toMatch(/level=warning .* days=1[23] .*SIGHUP/);
  makeCertificate(folder, { hosts: ['fresh'], days: 90 });
  secure.process.kill('SIGHUP');
  await until(() => logged(secure, 'reloaded').length === 1);
  const over = ['x509', '-in', cert, '-signkey', key, '-days', '-1', '-out', cert];
  expect(spawnSync('openssl', over).status).toBe(0);
  secure.process.kill('SIGHUP');
  await until(() => logged(secure, 'certificate-expired').length === 1);
  expect(logged(secure, 'certificate-')).toHaveLength(2);
  await secure.stop();
  await aging.stop();
});

test('goes on when told to reload where there is nothing to, and when nobody reads its log', async () => {
  const plain = await another(['--listen', '127.0.0.1:0']);
  plain.process.kill('SIGHUP');
  await until(() => logged(plain, 'reloaded').length === 1);
  plain.process.stderr.destroy();
  for (let i = 0; i < 20; i++) expect((await request(plain.url, 'GET', '/healthz')).status).toBe(200);
  expect(await plain.stop()).toBe(0);
});

test('holds as many connections as it has descriptors for, says so once, and recovers', async () => {
  const small = await another(['--listen', '127.0.0.1:0'], { openFiles: 60 });
  await toldOnce(small, 'few-descriptors');
  const { port } = new URL(small.url);
  const sockets = Array.from({ length: 80 }, () =>
    net.connect(Number(port), '127.0.0.1').on('error', () => {}),
  );
  await until(() => sockets.filter((socket) => socket.closed).length >= 50);
  await toldOnce(small, 'full');
  // Those who came in are served, the database included.
  const [first] = sockets.filter((socket) => !socket.closed);
  first.write('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n');
  const answer = await new Promise((resolve) => first.once('data', resolve));
  expect(String(answer)).toMatch(/^HTTP\/1\.1 200/);
  for (const socket of sockets) socket.destroy();
  await until(() =>
    request(small.url, 'GET', '/readyz').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  await toldOnce(small, 'room-again');
  expect(await small.stop()).toBe(0);
});

test('answers what is larger than it writes at once, whole', async () => {
  const why = Array.from({ length: 90_000 }, (_, i) => `${i}`).join(' ');
  const large = guideline('large', { why: { de: why, en: 'x' } });
  expect((await server.admin('PUT', '/v1/admin/guidelines/large', large, CREATE)).status).toBe(201);
  const identity = { 'accept-encoding': 'identity' };
  const { body } = await server.admin('GET', '/v1/admin/guidelines/large', undefined, identity);
  expect(body.guideline.why.de).toBe(why);
});

test('stops within seconds, whoever is in the middle of sending', async () => {
  const busy = await another(['--listen', '127.0.0.1:0']);
  const starts = {
    head: 'GET /healthz HTTP/1.1\r\nHo',
    body: 'POST /v1/enrol HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    nothing: '',
  };
  const { port } = new URL(busy.url);
  const sockets = Object.values(starts).map((start) => {
    const socket = net.connect(Number(port), '127.0.0.1').on('error', () => {});
    socket.write(start);
    return socket;
  });
  await until(async () => (await request(busy.url, 'GET', '/metrics')).body.includes('herold_connections 4'));
  expect(await Promise.race([busy.stop(), pause(8_000, 'still there')])).toBe(0);
  for (const socket of sockets) socket.destroy();
});

test('stops though somebody reads no answer, and lets go of what that one holds', async () => {
  const busy = await another(['--listen', '127.0.0.1:0']);
  const { port } = new URL(busy.url);
  const page = (await request(busy.url, 'GET', '/')).body;
  const [, script] = page.match(/src="(\/assets\/[^"]+\.js)"/);
  const socket = net.connect(Number(port), '127.0.0.1').on('error', () => {});
  socket.pause();
  // More than the machine's buffers take.
  socket.write(`GET ${script} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(400));
  await until(async () => (await request(busy.url, 'GET', '/metrics')).body.includes('herold_connections 2'));
  expect(await Promise.race([busy.stop(), pause(20_000, 'still there')])).toBe(0);
  socket.destroy();
}, 30_000);

test('knows a proxy of IPv4 that comes in over IPv6', async () => {
  const both = await another(['--listen', '[::]:0', '--trusted-proxy', '127.0.0.1']);
  const { email, password } = ADMINISTRATOR;
  const url = `http://127.0.0.1:${new URL(both.url).port}`;
  const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' };
  const answer = await request(url, 'POST', '/v1/admin/session', { email, password }, forwarded);
  expect(answer.headers.getSetCookie()[0]).toContain('Secure');
  expect(await both.stop()).toBe(0);
});

test('tells an administrator of a database that fails in the log, and strangers nothing of it', async () => {
  const data = mkdtempSync(at('failing-'));
  const path = join(data, 'herold.db');
  const failing = await serve(['--database', `sqlite:${path}`, '--data', data, '--listen', '127.0.0.1:0']);
  // What the server remembers would be stale, and what stands in the log of writes would be read from there.
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE of_somebody_else (x); PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
  writeFileSync(path, 'x'.repeat(statSync(path).size));
  try {
    await until(async () => (await request(failing.url, 'GET', '/readyz')).status === 503);
    const { body } = await request(failing.url, 'GET', '/readyz');
    expect(JSON.stringify(body)).not.toContain(path);
    await until(() => logged(failing, 'unavailable').length > 0);
    expect(logged(failing, 'unavailable')[0]).toContain(path);
  } finally {
    await failing.stop();
  }
});
