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

/**
 * To be called first thing in the handler of a click: once the gesture is over, browsers refuse to ask. Asks nothing
 * where it was granted before. False, too, where the browser does not ask.
 */
async function request(permissions: object): Promise<boolean> {
  try {
    return await browser.permissions.request(permissions);
  } catch {
    return false;
  }
}

export const askForOrigins = (origins: readonly string[]): Promise<boolean> =>
  request({ origins: [...origins] });

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

/** Whether pages may be proposed, where the browser has such a question. */
export async function askForProposing(): Promise<boolean> {
  return !isFirefox || request(PROPOSING);
}

export async function mayCountShares(): Promise<boolean> {
  return !isFirefox || browser.permissions.contains(COUNTING);
}

/** Asks for the server and, where the browser has such a question, for counting shares, in one go. */
export function askForServer(server: string): Promise<boolean> {
  const origins = [originPattern(server)];
  return request(isFirefox ? { origins, ...COUNTING } : { origins });
}
