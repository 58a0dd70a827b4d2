// Two areas: `local` survives a restart of the browser, `session` is memory that outlives only the worker.
import { browser } from 'wxt/browser';

export interface Area {
  get<T>(key: string): Promise<T | undefined>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(...keys: string[]): Promise<void>;
  keys(): Promise<string[]>;
  clear(): Promise<void>;
}

export const local = area(() => browser.storage.local);
export const session = area(() => browser.storage.session);

type BrowserArea = typeof browser.storage.local | typeof browser.storage.session;

function area(of: () => BrowserArea): Area {
  return {
    async get<T>(key: string) {
      return (await of().get(key))[key] as T | undefined;
    },
    set: (values) => of().set(values),
    remove: (...keys) => of().remove(keys),
    keys: async () => Object.keys(await of().get(null)),
    clear: () => of().clear(),
  };
}
