// The panel beside the page: Chromium's side panel, Firefox's sidebar.
import { browser } from 'wxt/browser';
import { isFirefox } from './runtime.ts';

const BADGE_COLOUR = '#0b6276';

interface Sidebar {
  toggle(): Promise<void>;
}

/**
 * A click on the extension's button opens the panel, and lets it know the page in front (`activeTab`). When Chromium
 * opens the panel by itself it does not (measured with 156), so we are told of the click instead.
 */
export function openPanelOnAction(): void {
  if (!isFirefox) {
    void browser.sidePanel.setPanelBehavior({ openPanelOnActionClick: false });
    browser.action.onClicked.addListener(({ windowId }) => void browser.sidePanel.open({ windowId }));
    return;
  }
  const { sidebarAction } = browser as unknown as { sidebarAction: Sidebar };
  browser.action.onClicked.addListener(() => void sidebarAction.toggle());
}

/**
 * Within the gesture that a page's click carries over. Firefox opens its sidebar from its own surfaces only:
 * there a badge on the button says that a card is ready.
 */
export async function openPanel(tab: number): Promise<void> {
  if (isFirefox) return showBadge(tab, '1');
  await browser.sidePanel.open({ tabId: tab });
}

/** The tab's own badge; the number of reminders shows through again. */
export async function clearBadge(tab: number): Promise<void> {
  await showBadge(tab, null);
}

/** How many reminders are due, on the button, whatever tab is in front; 0: no number. */
export async function showReminders(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count > 0 ? String(count) : '' }).catch(() => undefined);
  if (count > 0) await browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR });
}

async function showBadge(tab: number, text: string | null): Promise<void> {
  // The types of Chromium's interface leave out that null takes a tab's own text away.
  await browser.action.setBadgeText({ tabId: tab, text: text as string }).catch(() => undefined);
  if (text) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: BADGE_COLOUR });
}

export async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
}
