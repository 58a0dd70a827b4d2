import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HEROLD = process.env.HEROLD_BINARY ?? join(ROOT, 'build/herold');

export const ADMINISTRATOR = {
  email: 'demo@kernholz.example',
  password: 'quiet-morning-lark-17',
  name: 'Demo',
};

/** A running `herold serve` on SQLite with one administrator, its data in a folder that goes with it. */
export class HeroldServer {
  #dir;
  #process = null;
  output = '';

  static async start() {
    const server = new HeroldServer();
    server.#dir = await mkdtemp(join(tmpdir(), 'herold-server-'));
    server.origin = `http://127.0.0.1:${await freePort()}`;
    await server.#createAdministrator();
    await server.resume();
    return server;
  }

  /** The demo organisation, and an invitation to it. */
  async fillDemo() {
    const { stdout } = await run(process.execPath, [
      join(ROOT, 'scripts/demo/fill.mjs'),
      ...['--server', this.origin, '--email', ADMINISTRATOR.email, '--password-file', this.#passwordFile],
    ]);
    return JSON.parse(stdout).invitation;
  }

  async resume() {
    const host = new URL(this.origin).host;
    const args = ['serve', '--listen', host, ...this.#storage, '--public-url', this.origin];
    this.#process = spawn(HEROLD, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.on('data', (chunk) => {
        this.output += chunk;
      });
    }
    await until(() => this.#isReady(), { what: `herold serve on ${this.origin}`, timeout: 20_000 });
  }

  async stop() {
    if (!this.#process) return;
    const exit = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exit;
    this.#process = null;
  }

  async close() {
    await this.stop();
    await rm(this.#dir, { recursive: true, force: true });
  }

  get #storage() {
    return ['--database', `sqlite:${join(this.#dir, 'herold.db')}`, '--data', this.#dir];
  }

  get #passwordFile() {
    return join(this.#dir, 'password');
  }

  async #createAdministrator() {
    await writeFile(this.#passwordFile, `${ADMINISTRATOR.password}\n`, { mode: 0o600 });
    const { email, name } = ADMINISTRATOR;
    const child = run(HEROLD, [
      'admin',
      'create',
      ...this.#storage,
      '--email',
      email,
      '--name',
      name,
      '--password-stdin',
    ]);
    child.child.stdin.end(`${ADMINISTRATOR.password}\n`);
    await child;
  }

  async #isReady() {
    if (this.#process.exitCode !== null) throw new Error(`herold serve ended: ${this.output}`);
    return (await fetch(`${this.origin}/readyz`)).ok;
  }
}

async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
