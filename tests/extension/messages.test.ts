import { beforeEach, expect, test, vi } from 'vitest';
import { panels } from '../../extension/src/platform/messages.ts';

type Connect = (port: object) => void;
let connect: Connect;

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      getURL: (path: string) => `chrome-extension://herold${path}`,
      onConnect: {
        addListener: (run: Connect) => {
          connect = run;
        },
      },
    },
  },
}));

/** The worker's end of a panel; like a browser's it throws once the panel is closed. */
class Port {
  readonly name = 'panel';
  readonly sender: { url: string };
  readonly heard: unknown[] = [];
  #closed: (() => void) | undefined;
  readonly onDisconnect = {
    addListener: (run: () => void) => {
      this.#closed = run;
    },
  };
  #isOpen = true;

  constructor(url = 'chrome-extension://herold/sidepanel.html') {
    this.sender = { url };
  }

  postMessage(message: unknown): void {
    if (!this.#isOpen) throw new Error('Attempting to use a disconnected port object');
    this.heard.push(message);
  }

  close(): void {
    this.#isOpen = false;
    this.#closed?.();
  }
}

let greet: ((message: unknown) => void) | undefined;
let open: ReturnType<typeof panels>;
beforeEach(() => {
  greet = undefined;
  open = panels((tell) => {
    greet = tell;
  });
});

test('every open panel hears what is told', () => {
  const ports = [new Port(), new Port()];
  for (const port of ports) connect(port);
  open.tell('news');
  expect(ports.map(({ heard }) => heard)).toEqual([['news'], ['news']]);
  expect(open.count()).toBe(2);
});

test('a panel that is closed before it was greeted is told nothing', () => {
  const port = new Port();
  connect(port);
  port.close();
  greet?.('state');
  open.tell('news');
  expect(port.heard).toEqual([]);
  expect(open.count()).toBe(0);
});

test('a page is no panel, whatever it calls itself', () => {
  const port = new Port('https://www.linkedin.com/sidepanel.html');
  connect(port);
  open.tell('news');
  expect([greet, port.heard, open.count(), open.isBesidePage()]).toEqual([undefined, [], 0, false]);
});
