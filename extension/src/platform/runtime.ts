import { browser } from 'wxt/browser';

export const isFirefox: boolean = import.meta.env.FIREFOX;

export const uiLanguage = (): string => browser.i18n.getUILanguage();

export async function packagedFile(path: '/herold.wasm' | '/words.lexicon'): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL(path as never));
  return response.arrayBuffer();
}

/** Opens a window of a network, where the person still confirms. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/**
 * Hears of tabs whose address begins like this, those that are there already included; only of hosts that the person
 * has allowed. Returns how to stop.
 */
export function followAddress(start: string, run: (address: string) => void): () => void {
  const hear = (address: string | undefined) => {
    if (address?.startsWith(start)) run(address);
  };
  const onUpdated = (_tab: number, change: { url?: string | undefined }) => hear(change.url);
  browser.tabs.onUpdated.addListener(onUpdated);
  const { protocol, hostname } = new URL(start);
  void browser.tabs.query({ url: `${protocol}//${hostname}/*` }).then(
    (tabs) => {
      for (const { url } of tabs) hear(url);
    },
    () => undefined,
  );
  return () => browser.tabs.onUpdated.removeListener(onUpdated);
}

export function onTabClosed(run: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => run(tab));
}

/** That someone listens is what makes the browser start the worker with itself; the start does the rest. */
export function startWithBrowser(): void {
  browser.runtime.onInstalled.addListener(() => undefined);
  browser.runtime.onStartup.addListener(() => undefined);
}

const WAKE = 'wake';
/** The shortest period browsers grant. */
const WAKE_MINUTES = 0.5;

export function onWake(run: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === WAKE) run();
  });
}

export async function scheduleWake(): Promise<void> {
  if (await browser.alarms.get(WAKE)) return;
  await browser.alarms.create(WAKE, { periodInMinutes: WAKE_MINUTES });
}

export async function cancelWake(): Promise<void> {
  await browser.alarms.clear(WAKE);
}
