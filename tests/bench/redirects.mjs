// Short links followed a second, beside nginx's `return 302` with one worker: same connections, same time, in turns.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { startServer } from '../server/harness.mjs';
import { percentile, print, withPeer } from './lib.mjs';

const run = promisify(execFile);
const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 64;
const START_TIME = 5_000; // ms
/** A browser's, so that the click is counted. */
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const PAGE = 'https://www.acme.example/annual-report';
const TARGET = `${PAGE}?utm_source=linkedin&utm_medium=social&utm_campaign=annual-report`;

const server = await startServer();
const samples = { herold: [], nginx: [] };
let nginx;
try {
  const link = await publishedLink(server);
  await leadsToTarget(link);
  await withPeer('nginx', async () => (nginx = await startNginx(TARGET)));
  for (let round = 0; round < ROUNDS; round++) {
    samples.herold.push(await perSecond(link));
    if (nginx) samples.nginx.push(await perSecond(nginx.url));
  }
} finally {
  await nginx?.stop();
  await server.stop();
}

const herold = percentile(samples.herold, 0.5);
print('redirects', 'herold', 'per_second', Math.round(herold), '1/s');
if (nginx) {
  const peer = percentile(samples.nginx, 0.5);
  print('redirects', 'nginx', 'per_second', Math.round(peer), '1/s');
  print('redirects', 'herold', 'ratio', herold / peer, '');
}

/** The address of an item's short link, as a device of the organisation makes it. */
async function publishedLink(server) {
  const { url, admin } = server;
  const { body: organisation } = await admin('GET', '/v1/admin/organisation');
  const settings = { ...organisation.settings, shortLinks: true };
  await expectOk(
    admin(
      'PUT',
      '/v1/admin/organisation',
      { ...organisation, publicUrl: url, settings },
      { 'if-match': '*' },
    ),
  );
  const item = { id: 'annual-report', url: PAGE, title: 'Annual report', language: 'en', captions: [] };
  await expectOk(admin('PUT', `/v1/admin/content/${item.id}`, item, { 'if-none-match': '*' }));
  await server.publish('pilot');
  const { token } = await server.enrol();
  const { content, settings: read } = await bundle(url, token);
  return `${read.shortLinks}${content.find(({ id }) => id === item.id).slug}-linkedin`;
}

async function bundle(url, token) {
  const get = async (path) => {
    const answer = await fetch(`${url}/v1/updates/${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return answer.json();
  };
  const { signed: timestamp } = await get('metadata/timestamp.json');
  const { signed: snapshot } = await get(`metadata/${timestamp.meta['snapshot.json'].version}.snapshot.json`);
  const { signed: targets } = await get(`metadata/${snapshot.meta['targets.json'].version}.targets.json`);
  return get(`targets/${targets.targets['pilot.json'].hashes.sha256}.pilot.json`);
}

async function leadsToTarget(url) {
  const { status, headers } = await fetch(url, { redirect: 'manual', headers: { 'user-agent': AGENT } });
  const location = headers.get('location');
  if (status !== 302 || location !== TARGET) throw new Error(`${url}: ${status} ${location}`);
}

async function expectOk(pending) {
  const { status, body } = await pending;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
}

/** What wrk counts; an answer that is no redirect makes the figure void. */
async function perSecond(url) {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', `User-Agent: ${AGENT}`, url];
  const { stdout } = await run('wrk', args);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1];
  if (!rate || /Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return Number(rate);
}

/** One worker that answers every request with a redirect to `target`, on a port that is free → {url, stop}. */
async function startNginx(target) {
  const folder = await mkdtemp(join(tmpdir(), 'herold-nginx-'));
  const port = await freePort();
  const config = `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 1000000000;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; location / { return 302 "${target}"; } } }`;
  await writeFile(join(folder, 'nginx.conf'), config);
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const failed = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(`nginx ended with ${status}`)));
  });
  // Ends with a rejection when it is stopped, too.
  failed.catch(() => undefined);
  const url = `http://127.0.0.1:${port}/`;
  await Promise.race([failed, answers(url)]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}

async function answers(url) {
  for (let waited = 0; waited < START_TIME; waited += 50) {
    if (await fetch(url, { redirect: 'manual' }).catch(() => null)) return;
    await pause(50);
  }
  throw new Error('nginx did not listen in time');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
