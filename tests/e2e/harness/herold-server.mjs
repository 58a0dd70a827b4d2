import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import net from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  ADMINISTRATOR,
  codeOf,
  createAdministrator,
  serve,
  startServer,
  stopCluster,
} from '../../server/harness.mjs';

export { ADMINISTRATOR };

const FILL = fileURLToPath(new URL('../../../scripts/demo/fill.mjs', import.meta.url));

/** A running `herold serve` with one administrator, which can be stopped and resumed; its data goes with it. */
export class HeroldServer {
  #installed;
  #serving;
  #options;
  #said = [];

  /** `database`: sqlite or postgres, fresh. `args`: more options of `serve`. */
  static async start({ database = 'sqlite', args = [] } = {}) {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const given = ['--public-url', origin, ...args];
    const installed = await startServer({ database, port, args: given });
    const server = new HeroldServer();
    server.origin = origin;
    server.#installed = installed;
    server.#serving = { lines: installed.lines, stop: installed.halt };
    server.#options = [
      ...['--database', installed.database, '--data', installed.data],
      ...['--listen', `127.0.0.1:${port}`, ...given],
    ];
    return server;
  }

  /** The demo organisation, and an invitation to it. */
  async fillDemo() {
    const passwordFile = join(this.#installed.data, 'password');
    await writeFile(passwordFile, `${ADMINISTRATOR.password}\n`, { mode: 0o600 });
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...[FILL, '--server', this.origin, '--email', ADMINISTRATOR.email, '--password-file', passwordFile],
    ]);
    return JSON.parse(stdout).invitation;
  }

  createAdministrator(person) {
    return createAdministrator(this.#installed.database, this.#installed.data, person);
  }

  /** People who joined, so that figures may be shown. */
  async enrolPeople(invitation, count) {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code: codeOf(invitation) });
    for (let i = 0; i < count; ++i) {
      const { status } = await fetch(`${this.origin}/v1/enrol`, { method: 'POST', headers, body });
      if (status !== 201) throw new Error(`enrolling answers ${status}`);
    }
  }

  /** A signed-in request to the API: `admin(method, path, body, headers)` → {status, headers, body}. */
  get admin() {
    return this.#installed.admin;
  }

  /** Everything the server said until now. */
  get output() {
    return [...this.#said, ...this.#serving.lines].join('\n');
  }

  async stop() {
    await this.#serving.stop();
    this.#said.push(...this.#serving.lines.splice(0));
  }

  async resume() {
    this.#serving = await serve(this.#options);
  }

  async close() {
    await this.#serving.stop();
    await this.#installed.stop();
    await stopCluster();
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
