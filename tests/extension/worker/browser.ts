import { vi } from 'vitest';
import { Store } from './store.ts';

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => boolean;

/** What the worker uses of the browser: storage, messages, permissions; whatever else it asks for does nothing. */
export function fakeBrowser() {
  const local = new Store();
  const session = new Store();
  const listeners: Listener[] = [];
  const connections: ((port: object) => void)[] = [];
  const alarms: ((alarm: object) => void)[] = [];
  const givenBack = vi.fn(async (_: { origins: string[] }) => true);
  const endedAlarms = vi.fn(async (_: string) => true);
  const browser = withNothing({
    runtime: withNothing({
      id: 'herold',
      getURL: (path: string) => `chrome-extension://herold${path}`,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
      onConnect: { addListener: (run: (port: object) => void) => connections.push(run) },
    }),
    storage: { local: areaOf(local), session: areaOf(session) },
    alarms: withNothing({
      onAlarm: { addListener: (run: (alarm: object) => void) => alarms.push(run) },
      clear: endedAlarms,
    }),
    permissions: withNothing({ remove: givenBack }),
    tabs: withNothing({ query: async () => [] }),
    scripting: withNothing({ getRegisteredContentScripts: async () => [] }),
  });
  /** As the panel, or as a page asks it. Chromium's messages are JSON. */
  const ask = (asked: { kind: string }) =>
    new Promise<unknown>((resolve, reject) => {
      const message = JSON.parse(JSON.stringify(asked));
      const url = message.kind.startsWith('page-')
        ? 'https://www.linkedin.com/'
        : 'chrome-extension://herold/';
      const respond = (reply: unknown) => {
        const { value, error } = reply as { value?: unknown; error?: string };
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      };
      for (const listener of listeners) listener(message, { id: 'herold', url }, respond);
    });
  /** Opens a panel, which hears this. */
  const openPanel = (hear: (news: unknown) => void) => {
    const port = {
      name: 'panel',
      sender: { url: 'chrome-extension://herold/sidepanel.html' },
      postMessage: (news: unknown) => hear(JSON.parse(JSON.stringify(news))),
      onDisconnect: { addListener: () => undefined },
    };
    for (const run of connections) run(port);
  };
  const wake = () => {
    for (const run of alarms) run({ name: 'wake' });
  };
  return { browser, local, ask, openPanel, wake, givenBack, endedAlarms };
}

const areaOf = (store: Store) => ({
  get: async (key: string) => ({ [key]: await store.get(key) }),
  set: (values: Record<string, unknown>) => store.set(values),
  remove: (keys: string[]) => store.remove(...keys),
  clear: () => store.clear(),
});

/** An interface of the browser: what is not given here answers nothing, and never calls back. */
function withNothing(given: Record<string, unknown>): Record<string, unknown> {
  return new Proxy(given, { get: (target, key: string) => target[key] ?? nothing });
}

const nothing: unknown = new Proxy(async () => undefined, {
  get: (_, key) => (key === 'then' ? undefined : nothing),
});
