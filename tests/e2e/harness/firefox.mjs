import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer from 'puppeteer-core';

const EXECUTABLE = process.env.HEROLD_FIREFOX ?? '/usr/bin/firefox-esr';
/** Firefox makes one up for each profile; a preference fixes it, so that tests know the address. */
const INTERNAL_ID = '6d3e6f0a-5b0c-4f5e-9d57-2f1c1d0e7a11';

/** Firefox with one extension, installed to stay; options as in `launch` of browser.mjs. */
export async function launchFirefox({ proxyPort, extension, profile, isNew, language, size, headless }) {
  const id = extension && (await addonId(extension));
  const driver = await puppeteer.launch({
    browser: 'firefox',
    executablePath: EXECUTABLE,
    userDataDir: profile,
    headless,
    defaultViewport: null,
    acceptInsecureCerts: true,
    // The extension's own pages are off limits to the driver otherwise.
    args: ['--remote-allow-system-access', `--width=${size.width}`, `--height=${size.height}`],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'intl.accept_languages': language,
      'intl.locale.requested': language,
      'xpinstall.signatures.required': false,
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': id ? JSON.stringify({ [id]: INTERNAL_ID }) : '{}',
      'browser.startup.page': 0,
      // Its marks would be in the pictures.
      'layout.spellcheckDefault': 0,
      'datareporting.policy.dataSubmissionEnabled': false,
      'toolkit.telemetry.enabled': false,
    },
  });
  if (extension && isNew) await install(driver, extension, profile);
  return {
    driver,
    // The preference above answers the prompt.
    grant: async () => {},
    openOwn: (page, url) => openOwn(driver, page, url),
    update: () => install(driver, extension, profile),
    hideSidebars: () => hideSidebars(driver),
  };
}

export async function firefoxOrigin() {
  return `moz-extension://${INTERNAL_ID}`;
}

async function addonId(folder) {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}

/** A temporary add-on would be gone after a restart, so a packed one is installed for good. */
async function install(driver, folder, profile) {
  const archive = join(profile, 'extension.xpi');
  await promisify(execFile)('zip', ['-qrFS', archive, '.'], { cwd: folder });
  await driver.connection.send('webExtension.install', {
    extensionData: { type: 'archivePath', path: archive },
    'moz:permanent': true,
  });
}

/** Firefox opens an extension's sidebar when it is installed, and with each window that comes after. */
async function hideSidebars({ connection }) {
  const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  for (const { context, url } of result.contexts) {
    if (!url.endsWith('/browser.xhtml')) continue;
    const target = { context };
    await connection.send('script.evaluate', {
      expression: 'SidebarController.hide()',
      target,
      awaitPromise: false,
    });
  }
}

/** The remote agent tells nothing of the loading of extension pages, for which `page.goto` would wait. */
async function openOwn(driver, page, url) {
  await driver.connection.send('browsingContext.navigate', {
    context: page.mainFrame()._id,
    url,
    wait: 'complete',
  });
}
