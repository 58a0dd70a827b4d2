import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as panelWords } from '../../../extension/src/words/de.ts';
import { de as words } from '../../../server/console/src/i18n/de.ts';
import { ANY } from '../../server/http/conversation.mjs';
import { launch } from '../harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../harness/herold-server.mjs';
import { Administrator } from './administrator.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const AXE = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SCHEMES = ['light', 'dark'];
const PLACES = ['guidelines', 'content', 'publish', 'invitations', 'statistics', 'settings'];
const DRAFT = 'Wir arbeiten an Projekt Zirbe, und das ist das beste Holzhaus der Welt! #eins #zwei';

/** A ground that is still on its way from one scheme to the other has a contrast of its own. */
const AT_REST = { name: 'prefers-reduced-motion', value: 'reduce' };

/** What axe-core finds wrong in a tab, in every colour scheme: `scheme rule: element`. */
async function faults(tab) {
  const found = [];
  for (const scheme of SCHEMES) {
    await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, AT_REST]);
    await tab.evaluate(AXE);
    const violations = await tab.evaluate(async (values) => {
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, STANDARD);
    found.push(...violations.map((violation) => `${scheme} ${violation}`));
  }
  return found;
}

describe('what axe-core says', () => {
  let server;
  let world;
  let invitation;
  beforeAll(async () => {
    server = await HeroldServer.start();
    invitation = await server.fillDemo();
    await switchShortLinksOn();
    world = await startWorld('chromium');
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  const publish = () => server.admin('POST', '/v1/admin/publications', { channel: 'everyone', note: '' });

  async function switchShortLinksOn() {
    const { body: organisation } = await server.admin('GET', '/v1/admin/organisation');
    const settings = { ...organisation.settings, shortLinks: true };
    await server.admin('PUT', '/v1/admin/organisation', { ...organisation, settings }, ANY);
    await publish();
  }

  test('of the panel, from joining to a draft with findings and a suggestion to share', async () => {
    const employee = await Employee.arrive(world.browser);
    await employee.panel.find({ role: 'textbox', name: panelWords.onboarding.link });
    expect(await faults(employee.panel)).toEqual([]);
    await employee.join(invitation, { pageMode: false });
    await employee.panel.fill({ role: 'textbox', name: panelWords.draft.label }, DRAFT);
    await employee.readCard('Projekt Zirbe');
    await employee.openShare(await employee.firstSuggestion());
    await employee.panel.find({ css: '[data-testid=short-link]' });
    expect(await faults(employee.panel)).toEqual([]);
    const settings = await world.browser.openOwn('options.html');
    await settings.find({ role: 'heading', name: /./ });
    expect(await faults(settings)).toEqual([]);
  });

  test('nothing that gets the keyboard is behind the panel’s state line', async () => {
    const { panel } = await Employee.arrive(world.browser, { width: 320, height: 600 });
    await panel.fill({ role: 'textbox', name: panelWords.draft.label }, DRAFT);
    await panel.find({ css: '[data-testid=suggestion]' });
    await panel.evaluate(() => [...document.querySelectorAll('button')].at(-1).focus());
    const behind = [];
    for (let name = ''; name !== panelWords.draft.label; ) {
      await panel.press('Shift+Tab');
      const focused = await panel.evaluate(() => {
        const { activeElement } = document;
        const { top } = activeElement.getBoundingClientRect();
        const { bottom } = document
          .querySelector('[data-testid=state]')
          .parentElement.getBoundingClientRect();
        return { name: activeElement.ariaLabel ?? activeElement.textContent, isBehind: top < bottom };
      });
      name = focused.name;
      // A long draft shows where its caret is.
      if (focused.isBehind && name !== panelWords.draft.label) behind.push(name);
    }
    expect(behind).toEqual([]);
  });

  test('nothing is wider than a narrow panel, however long words and large letters are', async () => {
    const { body: topics } = await server.admin('GET', '/v1/admin/topics');
    const label = 'Nachhaltigkeitsberichterstattungskoordination';
    await server.admin('PUT', '/v1/admin/topics', { ...topics, bericht: { de: label } }, ANY);
    await publish();
    const settings = await world.browser.openOwn('options.html', { size: { width: 300, height: 600 } });
    await settings.find({ role: 'checkbox', name: label });
    const widthAt = (size) =>
      settings.evaluate((size) => {
        document.documentElement.style.fontSize = size;
        return document.documentElement.scrollWidth;
      }, size);
    expect(await widthAt('100%')).toBe(300);
    expect(await widthAt('200%')).toBe(300);
  });

  test('of the console, place by place', async () => {
    const browser = await launch('chromium', { proxyPort: world.network.port });
    const signIn = await browser.open(`${server.origin}/`);
    await signIn.find({ role: 'button', name: words.session.signIn });
    expect(await faults(signIn)).toEqual([]);
    const administrator = await Administrator.signIn(browser, server.origin, ADMINISTRATOR);
    expect(await faults(administrator.tab), 'overview').toEqual([]);
    for (const place of PLACES) {
      await administrator.go(place);
      expect(await faults(administrator.tab), place).toEqual([]);
    }
    await administrator.tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await administrator.tab.find({ role: 'textbox', name: words.preview.title });
    expect(await faults(administrator.tab), 'a guideline').toEqual([]);
    await administrator.tab.goto(`${server.origin}/content/~links`);
    await administrator.tab.find({ role: 'textbox', name: words.content.links.label });
    expect(await faults(administrator.tab), 'links').toEqual([]);
    await administrator.tab.goto(`${server.origin}/settings?tab=audit`);
    await administrator.tab.find({ css: 'td.mono' });
    expect(await faults(administrator.tab), 'the audit log').toEqual([]);
    await administrator.tab.goto(`${server.origin}/content`);
    await administrator.tab.click({ css: 'tbody .choose input', nth: 0 });
    await administrator.tab.click({ role: 'button', name: words.library.bulkEdit });
    expect(await faults(administrator.tab), 'changing many').toEqual([]);
    await browser.close();
  });
});
