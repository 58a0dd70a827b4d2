// The page in front, when the browser lets us see it: only after the person clicked Herold's button on it
// (`activeTab`), or on a host they have allowed. Asked for on a click, never watched.
import { browser } from 'wxt/browser';

export interface ActivePage {
  url: string;
  title: string;
}

/** Null when the browser does not tell. */
export async function activePage(): Promise<ActivePage | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.url ? { url: tab.url, title: tab.title ?? '' } : null;
}
