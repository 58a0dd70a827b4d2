import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../server/console/src/i18n/de.ts';
import { codeOf } from '../../server/harness.mjs';
import { launch } from '../harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../harness/herold-server.mjs';
import { until } from '../harness/until.mjs';
import { startNetwork } from '../network/network.mjs';
import { Administrator } from './administrator.mjs';

describe('the console', () => {
  let server;
  let invitation;
  let network;
  let browser;
  let tab;
  beforeAll(async () => {
    server = await HeroldServer.start();
    invitation = await server.fillDemo();
    network = await startNetwork(new Map());
    browser = await launch('chromium', { proxyPort: network.port, size: { width: 1400, height: 1000 } });
    ({ tab } = await Administrator.signIn(browser, server.origin, ADMINISTRATOR));
  });
  afterAll(async () => {
    await browser?.close();
    await network?.close();
    await server?.close();
  });

  test('opens a guideline by its address, as after a reload', async () => {
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await tab.find({ role: 'heading', name: 'confidential.zirbe' });
  });

  test('says at its field that a guideline lacks an id, and brings it into sight', async () => {
    await tab.goto(`${server.origin}/guidelines/~new`);
    await tab.click({ role: 'button', name: words.common.save });
    const labelInFocus = () =>
      tab.evaluate(() => document.querySelector(`label[for="${document.activeElement.id}"]`)?.textContent);
    await until(async () => (await labelInFocus()) === words.form.id, {
      what: 'the field of the id in focus',
    });
    expect(await tab.evaluate(() => document.activeElement.ariaInvalid)).toBe('true');
    expect(await tab.evaluate(() => document.body.textContent)).toContain(words.editor.idMissing);
  });

  test('keeps what was typed when the server goes, and saves it when it is back', async () => {
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    const why = { role: 'textbox', name: `${words.form.why} (de)` };
    await tab.fill(why, 'Wir kündigen gemeinsam an.');
    await server.stop();
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'alert', name: new RegExp(words.failures.unreachable) });
    expect((await tab.find(why)).value).toBe('Wir kündigen gemeinsam an.');
    await server.resume();
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('confidential.zirbe')) });
  });

  test('counts what an employee proposes meanwhile, and what is decided', async () => {
    await tab.goto(`${server.origin}/content`);
    const review = (n) =>
      tab.find({ role: 'tab', name: n ? `${words.library.review} (${n})` : words.library.review });
    await review(0);
    await propose('https://www.acme.example/werkstatt');
    await tab.evaluate(() => dispatchEvent(new Event('focus')));
    await review(1);
    await tab.click({ role: 'tab', name: `${words.library.review} (1)` });
    await tab.click({ role: 'button', name: new RegExp(`^${words.library.approve}`) });
    await review(0);
  });

  async function propose(url) {
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code: codeOf(invitation) });
    const enrolled = await fetch(`${server.origin}/v1/enrol`, { method: 'POST', headers: json, body });
    const { token } = await enrolled.json();
    const { status } = await fetch(`${server.origin}/v1/proposals`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ url, title: 'Werkstatt', note: '' }),
    });
    expect(status).toBe(201);
  }
});
