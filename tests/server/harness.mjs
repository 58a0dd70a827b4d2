// A real `herold serve` on a fresh database, with an administrator signed in.
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createDatabase, stopCluster } from './postgres.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BINARY = process.env.HEROLD_BINARY ?? join(ROOT, 'build/herold');
export const ADMINISTRATOR = {
  email: 'anna@acme.example',
  name: 'Anna Keller',
  password: 'correct horse battery',
};

const START_TIME = 20_000; // ms
const DAY = 86_400_000; // ms

/**
 * database: 'sqlite', 'postgres' (both fresh) or a URL. port: 0 takes any that is free. args: more options of `serve`.
 * → {url, database, data, admin, createInvitation, enrol, publish, lines, halt, stop}; `halt` ends the process and
 * keeps its data; `admin(method, path, body, headers)`
 * is a fetch that is signed in, and answers {status, headers, body}.
 */
export async function startServer({ database = 'sqlite', port = 0, args = [] } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'herold-server-'));
  const owned = database === 'postgres' ? await createDatabase() : undefined;
  const url = owned?.url ?? (database === 'sqlite' ? `sqlite:${join(data, 'herold.db')}` : database);
  await createAdministrator(url, data);
  const serving = await serve(['--database', url, '--data', data, '--listen', `127.0.0.1:${port}`, ...args]);
  const admin = await signIn(serving.url);
  return {
    ...serving,
    halt: serving.stop,
    database: url,
    data,
    admin,
    async createInvitation(wishes = {}) {
      const { body } = await expectStatus(
        201,
        admin('POST', '/v1/admin/invitations', { ...invitation(), ...wishes }),
      );
      return body;
    },
    async enrol(wishes = {}) {
      const { url: link } = await this.createInvitation(wishes);
      const answer = request(serving.url, 'POST', '/v1/enrol', { code: codeOf(link) });
      return (await expectStatus(201, answer)).body;
    },
    async publish(channel = 'pilot', note = '') {
      return (await expectStatus(201, admin('POST', '/v1/admin/publications', { channel, note }))).body;
    },
    async stop() {
      await serving.stop();
      await owned?.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
}

export { stopCluster };

/** The code of an invitation link `https://HOST/join#CODE.FP`. */
export const codeOf = (link) => new URL(link).hash.slice(1).split('.')[0];

/** A request as JSON. The Origin is the server's own unless another is given. */
export async function request(server, method, path, body, headers = {}) {
  const sends = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(server + path, {
    method,
    headers: { origin: server, ...sends, ...headers },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson && text ? JSON.parse(text) : text,
  };
}

/** Runs the program to its end → {status, stdout, stderr}. */
export function runHerold(args, { input = '' } = {}) {
  return new Promise((resolve, reject) => {
    if (!existsSync(BINARY)) reject(new Error(`${BINARY} is missing; build the herold target first`));
    const child = execFile(BINARY, args, { timeout: START_TIME }, (error, stdout, stderr) =>
      resolve({ status: error ? (error.code ?? error.signal) : 0, stdout, stderr }),
    );
    child.stdin.end(input);
  });
}

/**
 * Starts `serve` and waits until it listens → {url, lines, process, stop}. Throws what it said when it does not.
 * openFiles: the process's limit of them.
 */
export function serve(args, { openFiles } = {}) {
  const limit = openFiles ? `ulimit -n ${openFiles}; ` : '';
  const child = spawn('/bin/sh', ['-c', `${limit}exec "$0" "$@"`, BINARY, 'serve', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines = [];
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`herold serve ${why}:\n${lines.join('\n')}`));
    const late = setTimeout(() => fail('did not listen in time'), START_TIME);
    exited.then((status) => fail(`ended with ${status}`));
    child.once('error', reject);
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const listening = /event=listening url=(\S+)/.exec(line);
      if (!listening) return;
      clearTimeout(late);
      resolve({
        url: listening[1],
        lines,
        process: child,
        stop: () => {
          child.kill('SIGTERM');
          return exited;
        },
      });
    });
  });
}

export async function createAdministrator(database, data, { email, name, password } = ADMINISTRATOR) {
  const created = await runHerold(
    [
      'admin',
      'create',
      '--database',
      database,
      '--data',
      data,
      '--email',
      email,
      '--name',
      name,
      '--password-stdin',
    ],
    { input: `${password}\n` },
  );
  if (created.status !== 0)
    throw new Error(`herold admin create ended with ${created.status}: ${created.stderr}`);
}

async function signIn(server) {
  const { email, password } = ADMINISTRATOR;
  const answer = await expectStatus(200, request(server, 'POST', '/v1/admin/session', { email, password }));
  const cookie = answer.headers.getSetCookie()[0].split(';')[0];
  return (method, path, body, headers = {}) => request(server, method, path, body, { cookie, ...headers });
}

const invitation = () => ({
  channel: 'pilot',
  expiresAt: new Date(Date.now() + 30 * DAY).toISOString(),
  uses: 100,
});

async function expectStatus(status, pending) {
  const answer = await pending;
  if (answer.status === status) return answer;
  throw new Error(`${status} expected, ${answer.status} came: ${JSON.stringify(answer.body)}`);
}
