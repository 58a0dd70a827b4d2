import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const EXECUTABLE = process.env.HEROLD_CHROMIUM ?? '/usr/bin/chromium';
const EXTENSIONS_PAGE = 'chrome://extensions';

/** Chromium with one unpacked extension; options as in `launch` of browser.mjs. */
export async function launchChromium({ proxyPort, extension, profile, language, size, headless }) {
  const driver = await puppeteer.launch({
    executablePath: EXECUTABLE,
    userDataDir: profile,
    headless,
    defaultViewport: null,
    acceptInsecureCerts: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    env: { ...process.env, LANG: `${language}_${language.toUpperCase()}.UTF-8`, LANGUAGE: language },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--ignore-certificate-errors',
      `--lang=${language}`,
      `--accept-lang=${language}`,
      `--window-size=${size.width},${size.height}`,
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      // Loopback would go around the proxy, and so around the recording.
      '--proxy-bypass-list=<-loopback>',
      ...(extension ? [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`] : []),
    ],
  });
  return {
    driver,
    grant: async (hosts) => grant(driver, await extensionId(extension), hosts),
    openOwn: (page, url) => page.goto(url),
    update: async () => update(driver, await extensionId(extension)),
    hideSidebars: async () => {}, // It opens none by itself.
  };
}

export async function chromiumOrigin(folder) {
  return `chrome-extension://${await extensionId(folder)}`;
}

/** The id that the manifest's key gives: its SHA-256, the first half, in letters a to p. */
async function extensionId(folder) {
  const { key } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

async function update(driver, id) {
  const page = await driver.newPage();
  await page.goto(EXTENSIONS_PAGE, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  await page.evaluate(async (id) => {
    // Without it, what was loaded unpacked stays off after a reload.
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.reload(id, { failQuietly: true });
  }, id);
  await page.close();
}

/** `permissions.request` never settles in headless Chromium unless the host is there already. */
async function grant(driver, id, hosts) {
  const page = await driver.newPage();
  // Its interface takes long to draw and is not needed.
  await page.goto(EXTENSIONS_PAGE, { waitUntil: 'domcontentloaded', timeout: 120_000 });
  for (const host of hosts)
    await page.evaluate((id, host) => chrome.developerPrivate.addHostPermission(id, host), id, host);
  await page.close();
}
