import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseFetcher, Updater } from 'tuf-js';
import { DownloadHTTPError } from 'tuf-js/dist/error.js';

/** tuf-js, an independent client, on a server's repository: `fetchBundle` takes what it accepts, or throws. */
export class TufClient {
  #dir;
  #server;
  #token;

  static async start({ server, token, rootText }) {
    const client = new TufClient();
    client.#dir = await mkdtemp(join(tmpdir(), 'herold-tuf-'));
    client.#server = server;
    client.#token = token;
    await writeFile(join(client.#dir, 'root.json'), rootText);
    return client;
  }

  /** Refreshes from the state of the last time, as a client that stays does. */
  async fetchBundle(channel) {
    const updater = new Updater({
      metadataDir: this.#dir,
      targetDir: this.#dir,
      metadataBaseUrl: `${this.#server}/v1/updates/metadata`,
      targetBaseUrl: `${this.#server}/v1/updates/targets`,
      fetcher: new DeviceFetcher(this.#token),
    });
    await updater.refresh();
    const target = await updater.getTargetInfo(`${channel}.json`);
    if (!target) throw new Error(`the repository offers no ${channel}.json`);
    return JSON.parse(await readFile(await updater.downloadTarget(target), 'utf8'));
  }

  /** A file of the repository as the server has it now. */
  async fetchText(path) {
    const stream = await new DeviceFetcher(this.#token).fetch(`${this.#server}/v1/updates/${path}`);
    return new Response(stream).text();
  }

  async close() {
    await rm(this.#dir, { recursive: true });
  }
}

class DeviceFetcher extends BaseFetcher {
  #token;

  constructor(token) {
    super();
    this.#token = token;
  }

  async fetch(url) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${this.#token}` } });
    if (response.ok) return response.body;
    throw new DownloadHTTPError(`${url}: ${response.status}`, response.status);
  }
}
