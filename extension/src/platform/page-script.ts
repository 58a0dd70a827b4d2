// The content script, registered only while the person has page mode on.
import { browser } from 'wxt/browser';
import { PAGE_ORIGINS } from './permissions.ts';
import { isFirefox } from './runtime.ts';

const ID = 'page';
const FILE = '/content-scripts/content.js';

async function isPageScriptRegistered(): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [ID] })).length > 0;
}

/** Registers it for pages to come and starts it in those that are open. Chromium forgets it with each update. */
export async function registerPageScript(): Promise<void> {
  if (await isPageScriptRegistered()) return;
  await browser.scripting.registerContentScripts([
    { id: ID, matches: [...PAGE_ORIGINS], js: [FILE], allFrames: true, runAt: 'document_idle' },
  ]);
  const tabs = await browser.tabs.query({ url: [...PAGE_ORIGINS] });
  await Promise.all(tabs.map((tab) => tab.id !== undefined && startIn(tab.id)));
}

export async function unregisterPageScript(): Promise<void> {
  if (!(await isPageScriptRegistered())) return;
  await browser.scripting.unregisterContentScripts({ ids: [ID] });
}

/**
 * Styles one frame: `highlights` what is painted, `elements` what it is painted on. Browser-inserted styles are not in the
 * page's own lists, and of the origins these reach into open shadow roots.
 */
export async function insertStyles(
  tab: number,
  frame: number,
  { highlights, elements }: { highlights: string; elements: string },
): Promise<void> {
  const target = { tabId: tab, frameIds: [frame] };
  await browser.scripting.insertCSS({ target, css: highlights, origin: isFirefox ? 'USER' : 'AUTHOR' });
  await browser.scripting.insertCSS({ target, css: elements, origin: 'USER' });
}

async function startIn(tab: number): Promise<void> {
  const target = { tabId: tab, allFrames: true };
  await browser.scripting.executeScript({ target, files: [FILE as never] }).catch(() => undefined);
}
