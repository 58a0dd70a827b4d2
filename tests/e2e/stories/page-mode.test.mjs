import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../extension/src/words/de.ts';
import { KINDS } from '../harness/browser.mjs';
import { until } from '../harness/until.mjs';
import { LABELS } from '../linkedin/labels.mjs';
import { Publisher } from '../updates/publisher.mjs';
import { startUpdateServer } from '../updates/update-server.mjs';
import { CLASSIC, Employee, FEED } from './employee.mjs';
import { startWorld } from './world.mjs';

const PACK = {
  schema: 1,
  id: 'probe',
  title: 'Probe',
  defaultLanguage: 'de',
  guidelines: [
    {
      id: 'confidential.falke',
      kind: 'existence',
      severity: 'error',
      message: '«{match}» ist bis zur Ankündigung vertraulich.',
      why: 'Wir kündigen gemeinsam an.',
      terms: ['Projekt Falke'],
      replace: ['Neuland'],
    },
    {
      id: 'hashtags',
      kind: 'occurrence',
      severity: 'suggestion',
      message: 'Höchstens {limit} Hashtags.',
      count: 'hashtags',
      max: 2,
    },
    {
      id: 'link',
      kind: 'occurrence',
      severity: 'suggestion',
      message: 'Ein Link hilft.',
      count: 'links',
      min: 1,
    },
    {
      id: 'sentences',
      kind: 'metric',
      severity: 'suggestion',
      message: 'Kurze Sätze liest man lieber.',
      metric: 'sentence-length',
      max: 30,
    },
  ],
};
/** Words that nobody but the person who types them has written. */
const SECRET = 'Quittenzeisig';
const PRIVATE = 'Holunderkranich';

describe.each(KINDS)('page mode in %s', (kind) => {
  let publisher;
  let server;
  let world;
  let employee;
  beforeAll(async () => {
    publisher = new Publisher({ organisation: 'probe', channel: 'everyone' });
    publisher.publish({ pack: PACK });
    server = await startUpdateServer(publisher);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    await employee.join(server.invitation);
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  describe.each([FEED, CLASSIC])('%s', (url) => {
    test('paints a finding, shows message, reason and fix, applies and undoes it', async () => {
      await employee.openComposer(url);
      await employee.write(`Mit ${SECRET} an Projekt Falke.`);
      await employee.paintedWord('Projekt Falke');
      const card = await employee.readCard('Projekt Falke');
      expect(card).toContain('«Projekt Falke» ist bis zur Ankündigung vertraulich.');
      expect(card).toContain('Wir kündigen gemeinsam an.');

      await employee.applyFix();
      const draft = (change) => until(async () => (await employee.draft()) === change, { what: change });
      await draft(`Mit ${SECRET} an Neuland.\n`);
      await until(async () => (await employee.painted()).length === 0, { what: 'nothing painted' });
      await employee.undo();
      await draft(`Mit ${SECRET} an Projekt Falke.\n`);
      await employee.paintedWord('Projekt Falke');
    });

    test('paints again after the page replaced its nodes', async () => {
      await employee.openComposer(url);
      await employee.write('Projekt Falke #eins #zwei #drei');
      await employee.paintedWord('#drei');
      await employee.page.evaluate(() => __standin.composer.rerender());
      await employee.paintedWord('#drei');
      expect(await employee.painted()).toEqual(expect.arrayContaining(['Projekt Falke', '#drei']));
    });

    test('finds the composer that is opened again', async () => {
      await employee.openComposer(url);
      await employee.write('Projekt Falke');
      await employee.paintedWord('Projekt Falke');
      await employee.page.click({ role: 'button', name: LABELS.de.close });
      await until(async () => (await employee.painted()).length === 0, { what: 'nothing painted' });
      await employee.page.click({ role: 'button', name: LABELS.de.start });
      await employee.page.click({ role: 'textbox', name: LABELS.de.editor });
      await employee.write('Wieder Projekt Falke');
      await employee.paintedWord('Projekt Falke');
    });

    test('a card that is opened in the panel brings its words into sight', async () => {
      await employee.openComposer(url);
      await employee.write(`Projekt Falke${'\n'.repeat(60)}Ende`);
      await employee.paintedWord('Projekt Falke');
      const inSight = () =>
        employee.page.evaluate(() => {
          const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
          const scrolled = range.startContainer.parentElement.closest('.share-creation-state__text-editor');
          return range.getBoundingClientRect().top >= scrolled.getBoundingClientRect().top;
        });
      expect(await inSight()).toBe(false);
      await employee.readCard('Projekt Falke');
      await until(inSight, { what: 'the words in sight' });
    });

    test('reads comments, and applies a fix there', async () => {
      await employee.openComposer(url);
      await employee.page.click({ role: 'button', name: LABELS.de.close });
      await employee.page.click({ role: 'textbox', name: LABELS.de.commentEditor });
      await employee.write(`Schön, ${SECRET}: Projekt Falke!`);
      await employee.paintedWord('Projekt Falke');
      await employee.readCard('Projekt Falke');
      await employee.applyFix();
      const comment = () => employee.page.evaluate(() => __standin.comment.text().trim());
      await until(async () => (await comment()) === `Schön, ${SECRET}: Neuland!`, {
        what: 'the fix in the comment',
      });
    });

    test('leaves nothing in the page for it to find', async () => {
      await employee.openComposer(url);
      await employee.write('Projekt Falke #eins #zwei #drei');
      await employee.paintedWord('#drei');
      await employee.clickPainted('Projekt Falke');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const witness = await employee.page.evaluate(() => ({
        ...__witness,
        highlightNames: [...__witness.highlightNames],
      }));
      expect(witness.foreign).toEqual([]);
      expect(witness.highlightNames.join(' ')).not.toMatch(/herold/i);
      expect(witness.probes.filter(({ found }) => found)).toEqual([]);
      expect(witness.posts).toEqual([]);
    });
  });

  test.each([FEED, `${FEED}?messaging=shadow`, CLASSIC])(
    'never reads a private message on %s',
    async (url) => {
      await employee.openComposer(url);
      await employee.page.click({ role: 'button', name: LABELS.de.close });
      await employee.page.click({ role: 'textbox', name: LABELS.de.messageEditor });
      await employee.write(`${PRIVATE} arbeitet an Projekt Falke.`);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(await employee.painted()).toEqual([]);
      expect(await employee.stored()).not.toContain(PRIVATE);
      expect(await employee.panel.evaluate(() => document.body.textContent)).not.toContain(PRIVATE);
    },
  );

  test('the panel lets go of the draft of a page that is closed', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke');
    await employee.readCard('Projekt Falke');
    await employee.page.close();
    employee.page = null;
    await employee.panel.gone({ css: '[data-guideline="confidential.falke"]' });
  });

  test('the panel goes with the composer that is entered', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke');
    const hashtags = { css: '[data-guideline=hashtags]' };
    const other = await world.browser.open(FEED);
    await other.click({ role: 'button', name: LABELS.de.start });
    await other.click({ role: 'textbox', name: LABELS.de.editor });
    await other.type('#eins #zwei #drei');
    await employee.panel.find(hashtags);
    await enter(employee.page);
    await employee.readCard('Projekt Falke');
    await enter(other);
    await employee.panel.find(hashtags);
    await other.close();
    await employee.panel.gone(hashtags);
    await enter(employee.page);
    await employee.readCard('Projekt Falke');
  });

  test('a card is told by the words it is about, the first of many, or by what is missing', async () => {
    await employee.openComposer();
    await employee.write('Wort '.repeat(60));
    await employee.panel.find({ css: '[data-guideline=link] h3', name: /Ein Link hilft\.$/ });
    const start = 'Wort '.repeat(15);
    await employee.panel.find({ css: '[data-guideline=sentences] h3', name: new RegExp(`${start}Wort…`) });
  });

  test('a fix that was not taken says so in its card, as long as its words are there', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke');
    await employee.readCard('Projekt Falke');
    await employee.panel.evaluate(() => {
      const { runtime } = globalThis.browser ?? globalThis.chrome;
      const { sendMessage } = runtime;
      runtime.sendMessage = (message) => {
        if (message.kind !== 'apply-on-page') return sendMessage(message);
        runtime.sendMessage = sendMessage;
        return Promise.resolve({ value: false });
      };
    });
    await employee.applyFix();
    const notice = { role: 'alert', name: words.finding.notApplied };
    await employee.panel.find({ ...notice, within: '[data-guideline="confidential.falke"]' });
    await employee.page.page.bringToFront();
    await employee.page.press('Backspace');
    await employee.panel.gone(notice);
    await employee.write('e');
    await employee.readCard('Projekt Falke');
    expect(await employee.panel.peek(notice)).toBe(null);
  });

  test('the words of each card that is opened are marked, also where a fix moved it to the place of another', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke #eins #zwei #drei');
    await employee.readCard('Projekt Falke');
    // As what it is, and as what is shown.
    const marked = async (text) => (await employee.painted()).filter((each) => each === text).length === 2;
    await until(() => marked('Projekt Falke'), { what: 'the words of the first card' });
    await employee.applyFix();
    await employee.panel.gone({ css: '[data-guideline="confidential.falke"]' });
    await employee.readCard('#drei');
    await until(() => marked('#drei'), { what: 'the words of the next card' });
  });

  test('a click on a painted word opens its card', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke #eins #zwei #drei');
    await employee.paintedWord('#drei');
    await employee.clickPainted('#drei');
    await employee.panel.find({ css: '[data-guideline=hashtags] button[aria-expanded=true]' });
    await employee.clickPainted('Projekt Falke');
    await employee.panel.find({ css: '[data-guideline="confidential.falke"] button[aria-expanded=true]' });
  });

  test.runIf(kind === 'chromium')(
    'where the system gives the colours, what is painted looks like no selection',
    async () => {
      await employee.openComposer();
      await employee.write('Projekt Falke');
      await employee.paintedWord('Projekt Falke');
      const session = await employee.page.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'forced-colors', value: 'active' }],
      });
      // Of text whose colours are forced, Chromium paints every highlight in those of a selection.
      const adjusted = await employee.page.evaluate(() => {
        const [range] = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
        return getComputedStyle(range.startContainer.parentElement).forcedColorAdjust;
      });
      expect(adjusted).toBe('preserve-parent-color');
    },
  );

  test.runIf(kind === 'chromium')(
    'a click on a painted word opens the side panel when no panel is open',
    async () => {
      await employee.openComposer();
      await employee.write('Projekt Falke');
      await employee.paintedWord('Projekt Falke');
      await employee.panel.close();
      await employee.clickPainted('Projekt Falke');
      const settings = await world.browser.openOwn('options.html');
      await until(() => settings.evaluate(hasSidePanel), { what: 'the side panel' });
      await settings.close();
    },
  );

  test.runIf(kind === 'firefox')(
    'a click on a painted word puts a badge on the button when no panel is open, and keeps the card ready',
    async () => {
      await employee.openComposer();
      await employee.write('Projekt Falke #eins #zwei #drei');
      await employee.paintedWord('#drei');
      await employee.panel.close();
      await world.browser.hideSidebars();
      const settings = await world.browser.openOwn('options.html');
      // The worker hears a little later that the sidebars have gone.
      const clicked = async () => {
        await employee.clickPainted('#drei');
        return settings.evaluate(hasBadge);
      };
      await until(clicked, { what: 'the badge' });
      await settings.close();
      await employee.page.page.bringToFront();
      employee = await Employee.arrive(world.browser);
      await employee.panel.find({ css: '[data-guideline=hashtags] button[aria-expanded=true]' });
    },
  );

  test('an update of the extension leaves an open page in use, and no error in its console', async () => {
    await employee.openComposer();
    await employee.write('Projekt Falke');
    await employee.paintedWord('Projekt Falke');
    const errors = [];
    employee.page.page.on('pageerror', ({ message }) => errors.push(message));
    employee.page.page.on('console', (line) => line.type() === 'error' && errors.push(line.text()));
    await world.browser.update();
    await employee.page.page.bringToFront();
    await employee.write(', wieder Projekt Falke');
    const words = ['Projekt Falke', 'Projekt Falke'];
    await until(async () => String(await employee.painted()) === String(words), {
      what: 'both words painted',
    });
    // The older script ends by itself; the newer one goes on.
    await employee.write(' und noch einmal Projekt Falke');
    words.push('Projekt Falke');
    await until(async () => String(await employee.painted()) === String(words), {
      what: 'three words painted',
    });
    expect(errors).toEqual([]);
  });

  test('a permission that is taken back in the browser ends the reading in open pages', async () => {
    employee = await Employee.arrive(world.browser);
    await employee.openComposer();
    await employee.write('Projekt Falke');
    await employee.readCard('Projekt Falke');
    await employee.panel.evaluate(() => {
      const { permissions } = globalThis.browser ?? globalThis.chrome;
      return permissions.remove({ origins: ['https://www.linkedin.com/*'] });
    });
    await until(async () => (await employee.painted()).length === 0, { what: 'nothing painted' });
    await employee.panel.gone({ css: '[data-guideline="confidential.falke"]' });
  });

  test('no request carries a word of a draft or a message', () => {
    for (const word of [SECRET, PRIVATE]) expect(world.network.recording.carrying(word)).toEqual([]);
  });
});

/** Windows without a screen all keep their focus, so it is taken away before. */
async function enter(page) {
  await page.page.bringToFront();
  await page.evaluate(() => {
    let { activeElement } = document;
    while (activeElement.shadowRoot) ({ activeElement } = activeElement.shadowRoot);
    activeElement.blur();
  });
  await page.click({ role: 'textbox', name: LABELS.de.editor });
}

async function hasBadge() {
  const tabs = await browser.tabs.query({});
  const badges = await Promise.all(tabs.map(({ id }) => browser.action.getBadgeText({ tabId: id })));
  return badges.includes('1');
}

async function hasSidePanel() {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  return contexts.length > 0;
}
