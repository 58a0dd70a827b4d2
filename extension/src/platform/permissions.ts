// Permissions asked for on the person's click, and never before.
import { browser } from 'wxt/browser';
import { isFirefox } from './runtime.ts';

export const PAGE_ORIGINS = ['https://www.linkedin.com/*'] as const;
/** For the connector alone. */
export const LINKEDIN_API_ORIGINS = ['https://api.linkedin.com/*'] as const;

/** A match pattern names no port. */
export function originPattern(server: string): string {
  const { protocol, hostname } = new URL(server);
  return `${protocol}//${hostname}/*`;
}

export function hasOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Call it first thing in a click handler: browsers refuse once the gesture is over. */
export async function askForOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** The person may take a permission back in the browser's own settings. */
export function onPermissionsRemoved(run: () => void): void {
  browser.permissions.onRemoved.addListener(run);
}

/** May fail where the browser or an administrator granted it for good. */
export async function giveBackOrigins(origins: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...origins] }).catch(() => false);
}

// Firefox lets the person decide about data that leaves; the types know Chromium's permissions only.
const COUNTING: object = { data_collection: ['technicalAndInteraction'] };

const PROPOSING: object = { data_collection: ['browsingActivity'] };

/** Asks once where the browser has such a question; call it first thing in the click that sends. */
export async function askForProposing(): Promise<boolean> {
  return !isFirefox || browser.permissions.request(PROPOSING);
}

export async function mayCountShares(): Promise<boolean> {
  return !isFirefox || browser.permissions.contains(COUNTING);
}

/** Asks for the server and, where the browser has such a question, for counting shares, in one go. */
export async function askForServer(server: string): Promise<boolean> {
  const origins = [originPattern(server)];
  return browser.permissions.request(isFirefox ? { origins, ...COUNTING } : { origins });
}
