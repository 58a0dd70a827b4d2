// Two areas: `local` survives a restart of the browser, `session` is memory that outlives only the worker.
import { browser } from 'wxt/browser';

export interface Area {
  get<T>(key: string): Promise<T | undefined>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(...keys: string[]): Promise<void>;
  clear(): Promise<void>;
}

export const local = area(() => browser.storage.local);
export const session = area(() => browser.storage.session);

/** Pages' scripts run beside foreign code: where the browser can, they are kept from what is stored. */
export async function keepFromPages(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

/** Hears what anyone puts into memory under this key, this window included. */
export function onSessionChange<T>(key: string, run: (value: T | undefined) => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    const change = changes[key];
    if (change) run(change.newValue as T | undefined);
  });
}

type BrowserArea = typeof browser.storage.local | typeof browser.storage.session;

function area(of: () => BrowserArea): Area {
  return {
    async get<T>(key: string) {
      return (await of().get(key))[key] as T | undefined;
    },
    set: (values) => of().set(values),
    remove: (...keys) => of().remove(keys),
    clear: () => of().clear(),
  };
}
