// Messages between worker, panel and pages. Requests are answered by the worker and start it when it sleeps.
import { browser } from 'wxt/browser';

/** Where a request came from; `tab` is absent for the panel when it is no tab of its own. */
export interface Sender {
  tab?: number;
  frame?: number;
  /** True for a page's content script, false for the extension's own pages. */
  fromPage: boolean;
}

export type Answer = (message: unknown, sender: Sender) => Promise<unknown> | undefined;

/** Ear of worker and pages. `answer` runs within the person's gesture: it may open the panel before it awaits. */
export function onMessage(answer: Answer): void {
  browser.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== browser.runtime.id) return false;
    const answered = answer(message, senderOf(sender));
    if (!answered) return false;
    answered.then(
      (value) => respond({ value }),
      (error: unknown) => respond({ error: error instanceof Error ? error.message : String(error) }),
    );
    return true;
  });
}

type BrowserSender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** False for a content script, which runs beside foreign code. */
const isOwnPage = (sender: BrowserSender | undefined): boolean =>
  sender?.url?.startsWith(browser.runtime.getURL('/')) ?? false;

function senderOf(sender: BrowserSender): Sender {
  const from: Sender = { fromPage: !isOwnPage(sender) };
  if (sender.tab?.id !== undefined) from.tab = sender.tab.id;
  if (sender.frameId !== undefined) from.frame = sender.frameId;
  return from;
}

/** Asks the worker; throws what it threw, or when it was stopped before it answered. */
export async function request(message: unknown): Promise<unknown> {
  return unwrap(await browser.runtime.sendMessage(message));
}

/** Asks the content script of one frame; undefined when nobody listens there. */
export async function requestPage(tab: number, frame: number, message: unknown): Promise<unknown> {
  try {
    return unwrap(await browser.tabs.sendMessage(tab, message, { frameId: frame }));
  } catch {
    return undefined;
  }
}

/** Tells every page that has a content script; the others do not mind. Which ones do is not known without permission. */
export async function tellPages(message: unknown): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map((tab) => tab.id !== undefined && silently(browser.tabs.sendMessage(tab.id, message))),
  );
}

type Port = ReturnType<typeof browser.runtime.connect>;

const PANEL = 'panel';
const PANEL_PAGE = '/sidepanel.html';

/** The worker's side of the open panels. */
interface Panels {
  count(): number;
  /** Whether the side panel is open, not only the settings in a tab. */
  isBesidePage(): boolean;
  tell(message: unknown): void;
}

/**
 * Of the extension's own pages alone. `onOpen` hears of each: how to tell it something, and whether it is the side
 * panel.
 */
export function panels(onOpen: (tell: (message: unknown) => void, isBesidePage: boolean) => void): Panels {
  const open = new Set<Port>();
  const isSidePanel = (port: Port) => port.sender?.url?.includes(PANEL_PAGE) ?? false;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== PANEL || !isOwnPage(port.sender)) return;
    open.add(port);
    port.onDisconnect.addListener(() => open.delete(port));
    // A panel may be closed again before there is something to tell it.
    onOpen((message) => open.has(port) && port.postMessage(message), isSidePanel(port));
  });
  return {
    count: () => open.size,
    isBesidePage: () => [...open].some(isSidePanel),
    tell(message) {
      for (const port of open) port.postMessage(message);
    },
  };
}

/** The panel's side: hears what the worker tells, and connects anew after the worker was stopped. */
export function listenAsPanel(hear: (message: unknown) => void): void {
  const port = browser.runtime.connect({ name: PANEL });
  port.onMessage.addListener(hear);
  port.onDisconnect.addListener(() => setTimeout(() => listenAsPanel(hear), RECONNECT_MS));
}

const RECONNECT_MS = 200;

/** True once the extension was updated or removed while the page stayed open. */
export function isOrphaned(): boolean {
  return browser.runtime?.id === undefined;
}

function unwrap(reply: unknown): unknown {
  const { value, error } = (reply ?? {}) as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

async function silently(promise: Promise<unknown>): Promise<void> {
  await promise.catch(() => undefined);
}
