// Hints over a WebSocket that there is a newer revision. The conditional GET is the truth: a hint only says when.
import { Backoff } from './backoff.ts';

/** As much of a WebSocket as is used; browsers' own fits. */
export interface Socket {
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  close(): void;
}

type OpenSocket = (url: string, protocols: string[]) => Socket;

interface EventsOptions {
  open: OpenSocket;
  onRevision: (revision: number) => void;
  /** The line is down; it will be tried again. */
  onLost: () => void;
  backoff?: Backoff;
}

export class Events {
  readonly #options: EventsOptions;
  readonly #backoff: Backoff;
  #socket: Socket | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #address: { server: string; token: string } | undefined;

  constructor(options: EventsOptions) {
    this.#options = options;
    this.#backoff = options.backoff ?? new Backoff();
  }

  /** Connects unless connected. The worker calls it each time it wakes. */
  connect(server: string, token: string): void {
    this.#address = { server, token };
    if (!this.#socket && this.#retry === undefined) this.#open();
  }

  close(): void {
    this.#address = undefined;
    clearTimeout(this.#retry);
    this.#retry = undefined;
    const socket = this.#socket;
    this.#socket = undefined; // What closes on purpose is not lost.
    socket?.close();
  }

  #open(): void {
    if (!this.#address) return;
    const { server, token } = this.#address;
    const url = `${server.replace(/^http/, 'ws')}/v1/events`;
    const socket = this.#options.open(url, ['herold.v1', `herold.token.${token}`]);
    this.#socket = socket;
    socket.onmessage = (event) => this.#hear(event.data);
    socket.onclose = () => this.#onClose(socket);
  }

  #hear(data: unknown): void {
    this.#backoff.succeeded();
    const revision = readRevision(data);
    if (revision !== undefined) this.#options.onRevision(revision);
  }

  #onClose(socket: Socket): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    this.#options.onLost();
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#open();
    }, this.#backoff.failed());
  }
}

function readRevision(data: unknown): number | undefined {
  try {
    const { revision } = JSON.parse(String(data)) as { revision?: unknown };
    return Number.isInteger(revision) ? (revision as number) : undefined;
  } catch {
    return undefined;
  }
}
