import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOrigin, launchChromium } from './chromium.mjs';
import { firefoxOrigin, launchFirefox } from './firefox.mjs';
import { Tab } from './tab.mjs';

const ORIGIN = { chromium: chromiumOrigin, firefox: firefoxOrigin };
const LAUNCH = { chromium: launchChromium, firefox: launchFirefox };

/** A machine that builds at the same time is slow, not broken. */
const PATIENCE_MS = 120_000;

export const KINDS = Object.keys(LAUNCH);

/** Where an extension's own pages are: `chrome-extension://…` or `moz-extension://…`. */
export const extensionOrigin = (kind, folder) => ORIGIN[kind](folder);

/**
 * Starts a browser, the same to its user whichever kind it is.
 * `proxyPort` is the network's; `extension` a folder with an unpacked build, or null.
 */
export async function launch(
  kind,
  { proxyPort, extension = null, language = 'de', size = { width: 1280, height: 900 }, headless = true },
) {
  const profile = await mkdtemp(join(tmpdir(), `herold-${kind}-`));
  const options = { proxyPort, extension, profile, language, size, headless };
  return new Browser(kind, options, await LAUNCH[kind]({ ...options, isNew: true }));
}

class Browser {
  #options;
  #running;

  constructor(kind, options, running) {
    this.kind = kind;
    this.#options = options;
    this.#running = running;
  }

  /** Puppeteer's browser, for what only one story needs. */
  get driver() {
    return this.#running.driver;
  }

  /** Lets the extension have `hosts` (`https://www.linkedin.com/*`) as soon as it asks. */
  grant(...hosts) {
    return this.#running.grant(hosts);
  }

  async open(url, { size } = {}) {
    const page = await this.#newPage(size);
    await page.goto(url);
    return new Tab(page);
  }

  /** Opens a page of the extension (`sidepanel.html`) in a tab. */
  async openOwn(path, { size } = {}) {
    const page = await this.#newPage(size);
    const origin = await extensionOrigin(this.kind, this.#options.extension);
    await this.#running.openOwn(page, `${origin}/${path}`);
    return new Tab(page);
  }

  /** Puts a new version of the extension, the same as before, in place of the one that runs. */
  update() {
    return this.#running.update();
  }

  /** Closes the sidebars that Firefox opened by itself. */
  hideSidebars() {
    return this.#running.hideSidebars();
  }

  /** A window each, so that every page is in sight, as page and side panel are. */
  async #newPage(size) {
    const page = await this.driver.newPage({ type: 'window' });
    page.setDefaultTimeout(PATIENCE_MS);
    if (size) await page.setViewport(size);
    // Asked whether to leave what is not saved, a page waits for an answer for ever.
    page.on('dialog', (dialog) => dialog.accept());
    return page;
  }

  /** Ends the browser and starts it again with the same profile. */
  async restart() {
    await this.driver.close();
    this.#running = await LAUNCH[this.kind]({ ...this.#options, isNew: false });
  }

  async close() {
    await this.driver.close();
    await rm(this.#options.profile, { recursive: true, force: true });
  }
}
