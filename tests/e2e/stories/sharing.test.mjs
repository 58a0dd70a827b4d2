import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../extension/src/words/de.ts';
import { en as english } from '../../../extension/src/words/en.ts';
import { KINDS } from '../harness/browser.mjs';
import { until } from '../harness/until.mjs';
import { Publisher } from '../updates/publisher.mjs';
import { startUpdateServer } from '../updates/update-server.mjs';
import { CLASSIC, Employee, FEED } from './employee.mjs';
import { startWorld } from './world.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const CAPTION = 'Acht Lernende, eine neue Werkstatt & viel Vorfreude: so begann der Tag in Lindenau.';
const OTHER = 'Handwerk lernt man mit den Händen, seit heute auch in unserer neuen Lehrwerkstatt.';
const ITEM = {
  id: 'lehrwerkstatt',
  url: 'https://www.kernholz.example/de/lehrwerkstatt?seite=1#start',
  title: 'Die Lehrwerkstatt ist eröffnet',
  summary: 'Acht Lernende beginnen in der neuen Lehrwerkstatt für Zimmerleute in Lindenau.',
  language: 'de',
  topics: [],
  hashtags: ['Lehrwerkstatt'],
  disclosure: 'Ich arbeite bei Kernholz.',
  captions: [
    { id: 'a', language: 'de', text: CAPTION },
    { id: 'b', language: 'de', text: OTHER },
  ],
};
const TOWER = {
  id: 'turm',
  url: 'https://www.kernholz.example/turm',
  title: 'Der Aussichtsturm steht',
  language: 'de',
  topics: [],
  captions: [{ id: 'a', language: 'de', text: 'Vierzig Meter hoch.' }],
};
const PACK = {
  schema: 1,
  id: 'probe',
  title: 'Probe',
  defaultLanguage: 'de',
  guidelines: [
    { id: 'own-angle', kind: 'similarity', max: 0.6, message: 'Was hast du selbst dazu zu sagen?' },
    { id: 'filler', kind: 'existence', terms: ['ähm'], message: 'Das sagt nichts.' },
  ],
};
const DRAFT = 'Heute war ich in der Lehrwerkstatt für Zimmerleute in Lindenau.';
const OWN = ' Ich habe selbst gehobelt.';
const CARD = '[data-testid=suggestion][data-item=lehrwerkstatt]';
/** What is typed into a list within a second of the last key goes on with the same word. */
const TYPE_AHEAD_MS = 1100;
const SAVED = '[data-testid=saved]';

const linkFor = (network, medium = 'social') =>
  `https://www.kernholz.example/de/lehrwerkstatt?seite=1&utm_source=${network}&utm_medium=${medium}&utm_campaign=lehrwerkstatt#start`;
const textFor = (network, medium) =>
  `${ITEM.disclosure}\n\n${OTHER}${OWN}\n\n#Lehrwerkstatt\n\n${linkFor(network, medium)}`;

describe.each(KINDS)('sharing in one’s own words, in %s', (kind) => {
  let publisher;
  let server;
  let world;
  let employee;
  let panel;
  beforeAll(async () => {
    publisher = new Publisher({ organisation: 'probe', channel: 'everyone' });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM] } });
    server = await startUpdateServer(publisher);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    panel = employee.panel;
    await employee.join(server.invitation);
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  const caption = async () => (await panel.find({ css: '[data-testid=caption]', within: CARD })).value;
  const addresses = () => world.network.recording.entries.map(({ url }) => url);
  const pressShare = () => panel.click({ css: '[data-testid=share]', within: CARD });
  /** The address of the window that opens, of those that begin like this. */
  const opened = (start) => until(() => addresses().find((url) => url.startsWith(start)), { what: start });

  async function chooseNetwork(name) {
    await panel.page.bringToFront(); // A window opened before lies in front.
    await new Promise((resolve) => setTimeout(resolve, TYPE_AHEAD_MS));
    await panel.choose({ role: 'combobox', name: words.share.network, within: CARD }, name);
    await panel.find({ css: '[data-testid=share]', name: new RegExp(name, 'i'), within: CARD });
  }

  test('the caption is there to be changed, and one is asked for one’s own angle', async () => {
    await panel.fill({ role: 'textbox', name: words.draft.label }, DRAFT);
    await panel.click({ role: 'button', name: words.share.heading, within: CARD });
    // Which one comes first is the device's own choice.
    if ((await caption()) !== OTHER)
      await panel.click({ role: 'button', name: words.suggestion.another, within: CARD });
    await until(async () => (await caption()) === OTHER, { what: 'the other caption' });
    await panel.find({ css: '[data-testid=sameness]', name: /Was hast du selbst/, within: CARD });
  });

  test('another caption keeps what was typed into this one', async () => {
    await panel.click({ css: '[data-testid=caption]', within: CARD });
    await panel.press('Control+End');
    await panel.type(OWN);
    await panel.click({ role: 'button', name: words.suggestion.another, within: CARD });
    await until(async () => (await caption()) === CAPTION, { what: 'the first caption' });
    await panel.click({ role: 'button', name: words.suggestion.another, within: CARD });
    await until(async () => (await caption()) === OTHER + OWN, { what: 'one’s own words' });
  });

  test.each([
    [FEED, 'of 2026'],
    [CLASSIC, 'of before'],
  ])('into LinkedIn’s composer %s (%s), at the caret', async (address) => {
    await employee.openComposer(address);
    await employee.write('Vorher nachher');
    for (const _ of 'nachher') await employee.page.press('ArrowLeft');
    await panel.find({ css: '[data-testid=caption]', within: CARD });
    // As many click where once is enough: it goes in once.
    await panel.doubleClick({ css: '[data-testid=insert]', name: words.suggestion.insert.post });
    await panel.find({ role: 'status', name: words.suggestion.inserted, within: CARD });
    const expected = `Vorher ${textFor('linkedin')}\n\nnachher`; // A word right behind would become part of the link.
    await until(async () => (await employee.draft()).trim() === expected, {
      what: `the draft “${expected}”`,
    }).catch(async () => expect(await employee.draft()).toBe(expected));
  });

  test('that it went in is said no more of other words', async () => {
    const another = { role: 'button', name: words.suggestion.another, within: CARD };
    await panel.click(another);
    await panel.gone({ role: 'status', name: words.suggestion.inserted, within: CARD });
    await panel.click(another);
  });

  test('into the own draft, which comes into sight', async () => {
    await panel.click({ role: 'button', name: words.draft.here });
    await openCard();
    await panel.click({ role: 'button', name: words.suggestion.adopt, within: CARD });
    const draft = () =>
      panel.evaluate((label) => {
        const area = document.querySelector(`textarea[aria-label="${label}"]`);
        return { text: area.value, bottom: area.getBoundingClientRect().bottom, height: innerHeight };
      }, words.draft.label);
    await until(async () => (await draft()).text === `${DRAFT}\n\n${textFor('linkedin')}`, {
      what: 'the caption in the draft',
    });
    const { bottom, height } = await draft();
    expect(bottom).toBeGreaterThan(0);
    expect(bottom).toBeLessThanOrEqual(height);
    await panel.fill({ role: 'textbox', name: words.draft.label }, DRAFT);
  });

  test('what could not be copied does not count as shared', async () => {
    await panel.click({ role: 'button', name: words.draft.here });
    await openCard();
    await chooseNetwork(words.share.names.copy);
    await panel.evaluate(() => {
      globalThis.allowed = navigator.clipboard.writeText;
      Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('refused')) });
    });
    await pressShare();
    await panel.find({ role: 'textbox', name: words.share.byHand, within: CARD });
    await panel.evaluate(() => Object.assign(navigator.clipboard, { writeText: globalThis.allowed }));
    await chooseNetwork('LinkedIn');
    expect(await employee.stored()).not.toContain('"shared"');
  });

  test('LinkedIn’s window opens with exactly this text', async () => {
    await panel.click({ role: 'button', name: words.draft.here });
    await openCard();
    await pressShare();
    const address = await opened('https://www.linkedin.com/feed/?shareActive');
    expect(address).toBe(
      `https://www.linkedin.com/feed/?shareActive=true&text=${strictlyEncoded(textFor('linkedin'))}`,
    );
  });

  test('X is told text, link and hashtag apart', async () => {
    await openCard();
    await chooseNetwork('X');
    await pressShare();
    const query = new URL(await opened('https://x.com/intent/tweet')).searchParams;
    expect([...query]).toEqual([
      ['text', `${ITEM.disclosure}\n\n${OTHER}${OWN}`],
      ['url', linkFor('x')],
      ['hashtags', 'Lehrwerkstatt'],
    ]);
  });

  test('Mastodon’s server is asked for once', async () => {
    await openCard();
    await chooseNetwork('Mastodon');
    const server = { role: 'textbox', name: words.share.mastodon.label, within: CARD };
    await panel.fill(server, 'kein Server');
    await panel.click({ role: 'button', name: words.share.mastodon.save, within: CARD });
    await panel.find({ role: 'alert', name: words.share.mastodon.invalid });
    await panel.fill(server, '@ich@tuete.example');
    await panel.click({ role: 'button', name: words.share.mastodon.save, within: CARD });
    await pressShare();
    const query = new URL(await opened('https://tuete.example/share')).searchParams;
    expect([...query]).toEqual([['text', textFor('mastodon')]]);

    await panel.page.bringToFront();
    const change = { role: 'button', name: words.share.mastodon.change, within: CARD };
    await panel.click(change);
    expect((await panel.find(server)).focused).toBe(true);
    await panel.press('Escape');
    expect((await panel.find(change)).focused).toBe(true);
  });

  test('Facebook takes the link, the panel says where the text is', async () => {
    await openCard();
    await chooseNetwork('Facebook');
    await panel.find({ css: 'p', name: words.share.hintLink('Facebook'), within: CARD });
    await pressShare();
    const query = new URL(await opened('https://www.facebook.com/sharer/')).searchParams;
    expect([...query]).toEqual([['u', linkFor('facebook')]]);
    await panel.find({ role: 'status', name: words.share.doneLink('Facebook'), within: CARD });
  });

  test('a draft without a link is copied for a network that opens with one only, and the button says so', async () => {
    await openCard(); // Its own way out is beside that of the draft.
    const ways = () =>
      panel.evaluate(() =>
        [...document.querySelectorAll('[data-testid=share]')].map((way) => way.textContent.trim()),
      );
    expect(await ways()).toEqual([words.share.action('Facebook'), words.share.actions.copy]);
    await chooseNetwork('Bluesky');
    expect(await ways()).toEqual([words.share.action('Bluesky'), words.share.action('Bluesky')]);
  });

  test('what was said of a share is said in the language chosen since', async () => {
    await openCard();
    await chooseNetwork(words.share.names.copy);
    await pressShare();
    await panel.find({ role: 'status', name: words.share.copied, within: CARD });
    const speak = (language) =>
      panel.evaluate((language) => {
        const { runtime } = globalThis.browser ?? globalThis.chrome;
        return runtime.sendMessage({ kind: 'settings', change: { language } });
      }, language);
    await speak('en');
    await panel.find({ role: 'status', name: english.share.copied, within: CARD });
    await speak('de');
    await panel.find({ role: 'status', name: words.share.copied, within: CARD });
  });

  test('the interface speaks another language, and that of the browser again', async () => {
    const choice = { css: '#language' };
    const before = await world.browser.openOwn('options.html');
    await before.choose(choice, words.settings.languages.en);
    await before.find({ role: 'heading', name: english.settings.title });
    await new Promise((resolve) => setTimeout(resolve, TYPE_AHEAD_MS));
    await before.choose(choice, english.settings.languages.auto);
    await before.close();
    const settings = await world.browser.openOwn('options.html');
    expect(await settings.find(choice)).toMatchObject({ value: 'auto' });
    await settings.choose(choice, words.settings.languages.de);
    await settings.find({ role: 'heading', name: words.settings.title });
    await settings.close();
  });

  test('with clipboard and window refused, the text is there to be copied by hand', async () => {
    await openCard();
    await chooseNetwork('Bluesky');
    await panel.evaluate(() => {
      const { tabs } = globalThis.browser ?? globalThis.chrome;
      const refuse = () => Promise.reject(new Error('refused'));
      globalThis.allowed = [navigator.clipboard.writeText, tabs.create];
      Object.assign(navigator.clipboard, { writeText: refuse });
      Object.assign(tabs, { create: refuse });
    });
    await pressShare();
    const said = `${words.share.copyFailed} ${words.share.windowFailed('Bluesky')}`;
    await panel.find({ role: 'status', name: said, within: CARD });
    const byHand = await panel.find({ role: 'textbox', name: words.share.byHand, within: CARD });
    expect(byHand.value).toBe(textFor('bluesky'));
    expect(await panel.evaluate(() => document.activeElement.selectionEnd)).toBe(byHand.value.length);
    await panel.evaluate(() => {
      const { tabs } = globalThis.browser ?? globalThis.chrome;
      const [writeText, create] = globalThis.allowed;
      Object.assign(navigator.clipboard, { writeText });
      Object.assign(tabs, { create });
    });
    await pressShare();
    const query = new URL(await opened('https://bsky.app/intent/compose')).searchParams;
    expect([...query]).toEqual([['text', textFor('bluesky')]]);
    await panel.gone({ role: 'textbox', name: words.share.byHand, within: CARD });
  });

  test('a saved item keeps note and reminder, and comes back after it was removed', async () => {
    await openCard();
    await panel.click({ css: '[data-testid=save]', within: CARD });
    await panel.fill({ role: 'textbox', name: words.saved.note, within: SAVED }, 'am Montag');
    await panel.click({ role: 'button', name: words.saved.remind, within: SAVED });
    await panel.click({ role: 'button', name: words.saved.set, within: SAVED });
    await panel.find({ css: `${SAVED} p`, name: /Erinnerung: .*09:00/ });
    await panel.click({ role: 'button', name: words.saved.remove, within: SAVED });
    await panel.gone({ css: SAVED });
    await panel.press('Enter'); // The focus is on the way back.
    const note = await panel.find({ role: 'textbox', name: words.saved.note, within: SAVED });
    expect(note.value).toBe('am Montag');
    await panel.find({ css: `${SAVED} p`, name: /Erinnerung: .*09:00/ });
  });

  test('axe finds no fault with all of it open', async () => {
    await openCard();
    await panel.click({ role: 'button', name: words.saved.remind, within: SAVED });
    await panel.evaluate(await readFile(AXE, 'utf8'));
    const { violations } = await panel.evaluate(() => globalThis.axe.run());
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });

  test('what was shared is suggested no more, the draft unchanged, once its card is closed', async () => {
    await panel.click({ role: 'button', name: words.share.heading, within: CARD });
    await panel.gone({ css: CARD });
  });

  test('many hints to a caption do not push the ways out of sight, and stay while one goes on writing', async () => {
    const card = '[data-testid=suggestion][data-item=turm]';
    await panel.click({ role: 'button', name: words.draft.here });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM, TOWER] } });
    server.announce();
    await panel.fill({ role: 'textbox', name: words.draft.label }, 'Der Aussichtsturm steht.');
    await panel.click({ role: 'button', name: words.share.heading, within: card });
    await panel.click({ css: '[data-testid=caption]', within: card });
    await panel.press('Control+End');
    await panel.type(' Ähm.'.repeat(8));
    const hint = { css: '[data-testid=finding]', within: card };
    await until(async () => (await panel.peek(hint))?.count === 5, { what: 'the first hints' });
    await panel.click({ role: 'button', name: words.finding.more(3), within: card });
    await until(async () => (await panel.peek(hint))?.count === 8, { what: 'all hints' });
    await panel.evaluate((card) => {
      globalThis.gone = 0;
      new MutationObserver((records) => {
        for (const { removedNodes } of records)
          gone += [...removedNodes].filter(({ nodeName }) => ['LI', 'OL'].includes(nodeName)).length;
      }).observe(document.querySelector(card), { childList: true, subtree: true });
    }, card);
    await panel.click({ css: '[data-testid=caption]', within: card });
    await panel.press('Control+End');
    await panel.type(' Oben weht der Wind. Ähm');
    await until(async () => (await panel.peek(hint))?.count === 9, { what: 'one more' });
    expect(await panel.evaluate(() => gone)).toBe(0);
    await panel.click({ role: 'button', name: words.suggestion.original, within: card });
    await panel.click({ role: 'button', name: words.share.heading, within: card });
  });

  test('of a caption or an item that is withdrawn while one writes to it, one’s own words stay', async () => {
    const card = '[data-testid=suggestion][data-item=turm]';
    const draft = { role: 'textbox', name: words.draft.label };
    await panel.click({ role: 'button', name: words.draft.here });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM, TOWER] } });
    server.announce();
    await panel.fill(draft, 'Der Aussichtsturm steht.');
    await panel.click({ role: 'button', name: words.share.heading, within: card });
    await panel.click({ css: '[data-testid=caption]', within: card });
    await panel.press('Control+End');
    await panel.type(' Ich war oben.');
    const others = [...'bcdefg'].map((id) => ({ id, language: 'de', text: `Text ${id}.` }));
    publisher.publish({ pack: PACK, bundle: { content: [ITEM, { ...TOWER, captions: others }] } });
    server.announce();
    await panel.find({ role: 'status', name: words.suggestion.variant(1, 7, 'Deutsch'), within: card });
    const { value, focused } = await panel.find({ css: '[data-testid=caption]', within: card });
    expect({ value, focused }).toEqual({ value: 'Vierzig Meter hoch. Ich war oben.', focused: true });
    await panel.click({ css: '[data-testid=save]', within: card });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM] } });
    server.announce();
    const lapsed = '[data-testid=lapsed]';
    await panel.find({ role: 'status', name: words.suggestion.lapsed(TOWER.title), within: lapsed });
    const saved = `${SAVED}[data-item=turm]`;
    for (const within of [lapsed, saved])
      await panel.find({ css: 'p', name: 'Vierzig Meter hoch. Ich war oben.', within });
    await until(() => panel.evaluate(() => document.activeElement.dataset.testid === 'lapsed'), {
      what: 'the focus where the card was',
    });
    await panel.click({ role: 'button', name: words.suggestion.adopt, within: lapsed });
    expect((await panel.find(draft)).value).toContain('Ich war oben.');
    await panel.click({ role: 'button', name: words.suggestion.close, within: lapsed });
    await panel.gone({ css: lapsed });
    await panel.click({ role: 'button', name: words.saved.remove, within: saved });
    await panel.fill(draft, DRAFT);
  });

  test('an item that expires while one looks at it goes at that moment', async () => {
    const draft = { role: 'textbox', name: words.draft.label };
    const end = Date.now() + 15_000;
    const brief = { ...TOWER, id: 'kurz', until: new Date(end).toISOString() };
    publisher.publish({ pack: PACK, bundle: { content: [ITEM, brief] } });
    server.announce();
    await panel.fill(draft, 'Der Aussichtsturm steht.');
    const card = '[data-testid=suggestion][data-item=kurz]';
    await panel.click({ role: 'button', name: words.share.heading, within: card });
    await panel.find({ css: '[data-testid=lapsed]' });
    expect(Date.now() - end).toBeLessThan(5_000);
    await panel.click({ role: 'button', name: words.suggestion.close, within: '[data-testid=lapsed]' });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM] } });
    server.announce();
    await panel.fill(draft, DRAFT);
  });

  test('a second window’s panel shows the same draft, and what is written there comes back', async () => {
    const draft = { role: 'textbox', name: words.draft.label };
    const { panel: second } = await Employee.arrive(world.browser);
    // A new panel begins with what is written on the page.
    await second.click({ role: 'button', name: words.draft.here });
    await until(async () => (await second.find(draft)).value === DRAFT, {
      what: 'the draft in both windows',
    });
    await second.fill(draft, `${DRAFT} Und du?`);
    await until(async () => (await panel.find(draft)).value === `${DRAFT} Und du?`, {
      what: 'the longer draft',
    });
    await second.close();
  });

  test('a note that is still being written when a reminder is set is kept with it', async () => {
    await panel.fill({ role: 'textbox', name: words.saved.note, within: SAVED }, 'am Dienstag');
    await panel.click({ role: 'button', name: words.saved.unset, within: SAVED });
    await panel.close();
    employee = await Employee.arrive(world.browser);
    panel = employee.panel;
    const note = await panel.find({ role: 'textbox', name: words.saved.note, within: SAVED });
    expect(note.value).toBe('am Dienstag');
    expect(await panel.peek({ css: `${SAVED} p`, name: /Erinnerung: / })).toBe(null);
  });

  test('a reminder stands on the button after the browser was started again, with no panel open', async () => {
    await panel.evaluate(async () => {
      const { runtime } = globalThis.browser ?? globalThis.chrome;
      const remindAt = new Date(Date.now() + 15_000).toISOString();
      await runtime.sendMessage({ kind: 'change-saved', item: 'lehrwerkstatt', change: { remindAt } });
    });
    await world.browser.restart();
    await world.browser.hideSidebars();
    const picture = await world.browser.openOwn('icon-16.png');
    const badge = () =>
      picture.evaluate(() => (globalThis.browser ?? globalThis.chrome).action.getBadgeText({}));
    await until(async () => (await badge()) === '1', { what: 'the number on the button', timeout: 60_000 });
    employee = await Employee.arrive(world.browser);
    panel = employee.panel;
    await panel.find({ css: '[data-testid=due]' });
    await until(async () => (await badge()) === '', { what: 'no number beside the open panel' });
  });

  test('nothing of it went anywhere but into the windows that were opened', () => {
    const windows = /^https:\/\/(www\.linkedin\.com|x\.com|bsky\.app|tuete\.example|www\.facebook\.com)\//;
    const elsewhere = world.network.recording.carrying('gehobelt').filter(({ url }) => !windows.test(url));
    expect(elsewhere).toEqual([]);
    expect(world.network.recording.carrying('am Montag')).toEqual([]);
  });

  async function openCard() {
    const share = { role: 'button', name: words.share.heading, within: CARD };
    await panel.find({ css: CARD });
    if (!(await panel.find(share)).expanded) await panel.click(share);
    await panel.find({ css: '[data-testid=share]', within: CARD });
  }
});

/** RFC 3986: everything but unreserved characters. */
function strictlyEncoded(text) {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
