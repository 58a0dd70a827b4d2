import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../harness/until.mjs';

// The browser's own button, which only Chromium lets a test press, and only over a pipe.
const EXECUTABLE = process.env.HEROLD_CHROMIUM ?? '/usr/bin/chromium';
const EXTENSION = fileURLToPath(new URL('../../../extension/dist/chrome', import.meta.url));

let profile;
let site;
let browser;
let page;
let devtools;
let extension;
beforeAll(async () => {
  site = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Richtfest in Lindenau</title>'),
  );
  await new Promise((listening) => site.listen(0, '127.0.0.1', listening));
  profile = await mkdtemp(join(tmpdir(), 'herold-side-panel-'));
  browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    userDataDir: profile,
    pipe: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--enable-unsafe-extension-debugging'],
  });
  devtools = await browser.target().createCDPSession();
  extension = (await devtools.send('Extensions.loadUnpacked', { path: EXTENSION })).id;
  await browser.waitForTarget((target) => target.type() === 'service_worker');
  page = await browser.newPage();
});
afterAll(async () => {
  await browser?.close();
  await new Promise((closed) => site.close(closed));
  await rm(profile, { recursive: true, force: true });
});

const addressOn = (host) => `http://${host}:${site.address().port}/richtfest?seite=1`;

async function pressButton() {
  const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === page.url());
  await devtools.send('Extensions.triggerAction', { id: extension, targetId: tab.targetId });
}

/** What the panel is told of the page in front, as it asks for it. */
async function seen() {
  const target = await browser.waitForTarget((each) => each.url().endsWith('/sidepanel.html'));
  const panel = await target.asPage();
  return panel.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return { url: tab.url, title: tab.title };
  });
}

test('the button opens the panel and lets it see the page in front, and no other', async () => {
  await page.goto(addressOn('127.0.0.1'));
  await page.bringToFront();
  await pressButton();
  await until(async () => (await seen()).url === addressOn('127.0.0.1'), { what: 'the page in front' });
  expect((await seen()).title).toBe('Richtfest in Lindenau');
  await page.goto(addressOn('localhost'));
  expect(await seen()).toEqual({});
  await pressButton();
  await until(async () => (await seen()).url === addressOn('localhost'), { what: 'the other page' });
});
