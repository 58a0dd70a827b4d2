import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problem } from '../../../server/console/src/i18n/de/problems.ts';
import { de as words } from '../../../server/console/src/i18n/de.ts';
import { en as english } from '../../../server/console/src/i18n/en.ts';
import { codeOf } from '../../server/harness.mjs';
import { ANY, CREATE } from '../../server/http/conversation.mjs';
import { launch } from '../harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../harness/herold-server.mjs';
import { until } from '../harness/until.mjs';
import { startNetwork } from '../network/network.mjs';
import { startPageSite } from '../network/page-site.mjs';
import { Administrator } from './administrator.mjs';

const HEAVY = 'Unternehmenskommunikation veröffentlicht Nachhaltigkeitsberichte.';

describe('the console', () => {
  let site;
  let server;
  let invitation;
  let network;
  let browser;
  let tab;
  beforeAll(async () => {
    site = await startPageSite({ '/turm': 'Der Turm steht', '/halle': 'Halle 3' });
    const reach = ['--allow-network', '127.0.0.1', '--allow-port', String(site.port)];
    server = await HeroldServer.start({ args: reach });
    invitation = await server.fillDemo();
    network = await startNetwork(new Map());
    browser = await launch('chromium', { proxyPort: network.port, size: { width: 1400, height: 1000 } });
    ({ tab } = await Administrator.signIn(browser, server.origin, ADMINISTRATOR));
  });
  afterAll(async () => {
    await browser?.close();
    await network?.close();
    await server?.close();
    await site?.close();
  });

  const labelInFocus = () =>
    tab.evaluate(() => document.querySelector(`label[for="${document.activeElement.id}"]`)?.textContent);

  test('opens a guideline by its address, as after a reload', async () => {
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await tab.find({ role: 'heading', name: 'confidential.zirbe' });
  });

  test('says at its field that a guideline lacks an id, and brings it into sight', async () => {
    await tab.goto(`${server.origin}/guidelines/~new`);
    await tab.click({ role: 'button', name: words.common.save });
    await until(async () => (await labelInFocus()) === words.form.id, {
      what: 'the field of the id in focus',
    });
    expect(await tab.evaluate(() => document.activeElement.ariaInvalid)).toBe('true');
    expect(await tab.evaluate(() => document.body.textContent)).toContain(words.editor.idMissing);
  });

  test('says what is the matter at an address that is none', async () => {
    for (const id of ['%', '%zz', 'a%2Fb', '50%25']) {
      await tab.goto(`${server.origin}/content/${id}`);
      await tab.find({ role: 'alert', name: new RegExp(words.failures.gone) });
      await tab.find({ role: 'link', name: new RegExp(words.nav.content), within: 'header' });
    }
  });

  test('has a form for what is measured, and says in the preview what it finds', async () => {
    const { form, kinds, preview } = words;
    await tab.goto(`${server.origin}/guidelines/~new`);
    await tab.fill({ role: 'textbox', name: form.id }, 'style.heavy');
    await tab.choose({ role: 'combobox', name: form.kind }, kinds.names.metric);
    await tab.find({ css: '.notice li, .notice p, .notice', name: new RegExp(problem('needs a “metric”')) });
    await tab.choose({ role: 'combobox', name: form.metric }, form.metrics.lix);
    await tab.fill({ role: 'textbox', name: form.max }, '40.5');
    await tab.fill({ role: 'textbox', name: `${form.message} (de)` }, 'Das liest sich schwer.');
    await tab.fill({ role: 'textbox', name: preview.title }, HEAVY);
    await tab.find({ role: 'status', name: preview.count(1) });
    await tab.fill({ role: 'textbox', name: `${form.violates} 1` }, HEAVY);
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('style.heavy')) });
  });

  test('takes numbers as one types them, key by key', async () => {
    const { form, kinds } = words;
    const most = { role: 'textbox', name: form.max };
    await tab.goto(`${server.origin}/guidelines/~new`);
    await tab.choose({ role: 'combobox', name: form.kind }, kinds.names.metric);
    for (const number of ['0.85', '-1.05', '40.5']) {
      await tab.focus(most);
      await tab.press('Control+A');
      await tab.page.keyboard.type(number, { delay: 50 });
      expect((await tab.find(most)).value).toBe(number);
    }
    await tab.click({ role: 'button', name: words.editor.discard });
  });

  test('says of a guideline that is not complete that it finds nothing yet, and judges no example', async () => {
    const { form, preview } = words;
    await tab.goto(`${server.origin}/guidelines/~new`);
    await tab.fill({ role: 'textbox', name: `${form.message} (de)` }, 'Bitte nicht.');
    await tab.fill({ role: 'textbox', name: form.terms }, 'Falke');
    await tab.fill({ role: 'textbox', name: preview.title }, 'Der Falke fliegt.');
    await tab.fill({ role: 'textbox', name: `${form.violates} 1` }, 'Der Falke fliegt.');
    await tab.find({ role: 'status', name: preview.incomplete });
    await tab.gone({ css: 'li span', name: form.found });
    await tab.fill({ role: 'textbox', name: form.id }, 'confidential.falke');
    await tab.find({ role: 'status', name: preview.count(1) });
    await tab.find({ css: 'li span', name: form.found });
    await tab.click({ role: 'button', name: words.editor.discard });
  });

  test('says of a kind that compares with captions that there is none in the preview', async () => {
    const guideline = {
      ...{ id: 'own.words', kind: 'similarity', max: 0.8 },
      message: { de: 'Sag es in deinen Worten.' },
    };
    const path = '/v1/admin/guidelines/own.words';
    expect((await server.admin('PUT', path, guideline, { 'if-none-match': '*' })).status).toBe(201);
    await tab.goto(`${server.origin}/guidelines/own.words`);
    await tab.fill({ role: 'textbox', name: words.preview.title }, 'Zwölf Wochen vom leeren Platz.');
    await tab.find({ role: 'status', name: words.preview.comparing });
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

  test('says what a new item lacks, goes to the first field, and saves once it is there', async () => {
    await tab.goto(`${server.origin}/content/~new`);
    const save = { role: 'button', name: words.common.save };
    await tab.click(save);
    await until(async () => (await labelInFocus()) === words.content.url, { what: 'the address in focus' });
    for (const missing of [words.content.missingUrl, words.content.missingTitle])
      expect(await tab.evaluate(() => document.body.textContent)).toContain(missing);
    await tab.fill({ role: 'textbox', name: words.content.url }, 'https://www.acme.example/zuerich');
    await tab.fill({ role: 'textbox', name: words.content.title }, 'Neues aus Zürich');
    await tab.click(save);
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Neues aus Zürich')) });
  });

  test('finds without accents, and sorts what the server has', async () => {
    await tab.goto(`${server.origin}/content?query=zurich`);
    await tab.find({ role: 'link', name: 'Neues aus Zürich' });
    const titles = () =>
      tab.evaluate(() => [...document.querySelectorAll('tbody th a')].map(({ textContent }) => textContent));
    expect(await titles()).toEqual(['Neues aus Zürich']);
    await tab.goto(`${server.origin}/content?sort=title`);
    await until(async () => (await titles()).length > 5, { what: 'the library' });
    const collator = new Intl.Collator('de', { sensitivity: 'base' });
    const sorted = await titles();
    expect(sorted).toEqual([...sorted].sort(collator.compare));
    await tab.click({ role: 'button', name: words.content.title });
    await until(async () => (await titles())[0] === sorted.at(-1), { what: 'the order turned' });
  });

  test('asks whose version goes on when somebody else saved meanwhile', async () => {
    const path = '/v1/admin/content/neues-aus-zuerich';
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    const summary = { role: 'textbox', name: words.content.summary };
    await tab.fill(summary, 'Meine Fassung');
    const { body } = await server.admin('GET', path);
    const theirs = { ...body.item, summary: 'Die andere Fassung' };
    expect((await server.admin('PUT', path, theirs, { 'if-match': `"${body.version}"` })).status).toBe(200);
    await tab.click({ role: 'button', name: words.common.save });
    await tab.click({ role: 'button', name: words.editor.conflictTheirs });
    await until(async () => (await tab.find(summary)).value === 'Die andere Fassung', {
      what: 'their version',
    });
    await tab.click({ role: 'button', name: words.editor.conflictBack });
    expect((await tab.find(summary)).value).toBe('Meine Fassung');
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Neues aus Zürich')) });
    expect((await server.admin('GET', path)).body.item.summary).toBe('Meine Fassung');
  });

  test('keeps what is typed while it is being saved', async () => {
    const path = '/v1/admin/content/neues-aus-zuerich';
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    const summary = { role: 'textbox', name: words.content.summary };
    const unsaved = { role: 'status', name: words.editor.unsaved };
    await tab.fill(summary, 'Erster Satz.');
    network.tamper = async ({ pathname }, answer) => {
      if (pathname === path) await new Promise((resolve) => setTimeout(resolve, 1500));
      return answer;
    };
    await tab.press('Control+S');
    await tab.type(' Zweiter Satz.');
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Neues aus Zürich')) });
    network.tamper = null;
    expect((await tab.find(summary)).value).toBe('Erster Satz. Zweiter Satz.');
    await tab.find(unsaved);
    await tab.press('Control+S');
    await tab.gone(unsaved);
    expect((await server.admin('GET', path)).body.item.summary).toBe('Erster Satz. Zweiter Satz.');
  });

  test('keeps what is typed into the settings while they are saved', async () => {
    await tab.goto(`${server.origin}/settings`);
    const title = { role: 'textbox', name: `${words.settings.packTitle} (de)` };
    const save = { role: 'button', name: words.common.save };
    await tab.fill(title, 'Leitplanken');
    network.tamper = async ({ pathname }, answer) => {
      if (pathname === '/v1/admin/pack') await new Promise((resolve) => setTimeout(resolve, 1500));
      return answer;
    };
    await tab.click(save);
    await tab.click(title);
    await tab.press('Control+End');
    await tab.type(' von uns');
    await tab.find({ role: 'status', name: new RegExp(words.settings.saved) });
    network.tamper = null;
    expect((await tab.find(title)).value).toBe('Leitplanken von uns');
    await tab.click(save);
    await until(
      async () => (await server.admin('GET', '/v1/admin/pack')).body.title.de === 'Leitplanken von uns',
      {
        what: 'all of it saved',
      },
    );
  });

  test('removes an item only as it was seen, and brings it back with what was not saved', async () => {
    const path = '/v1/admin/content/neues-aus-zuerich';
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    const summary = { role: 'textbox', name: words.content.summary };
    const remove = { role: 'button', name: words.editor.remove };
    await tab.find(remove);
    const { body } = await server.admin('GET', path);
    const theirs = { ...body.item, summary: 'Die neueste Fassung' };
    expect((await server.admin('PUT', path, theirs, { 'if-match': `"${body.version}"` })).status).toBe(200);
    await tab.click(remove);
    await tab.find({ role: 'status', name: new RegExp(words.library.bulkStale) });
    await until(async () => (await tab.find(summary)).value === theirs.summary, { what: 'their version' });
    await tab.click({ role: 'button', name: words.common.close });
    await tab.fill(summary, 'Noch nicht gespeichert');
    await tab.click(remove);
    await tab.click({ role: 'button', name: words.common.undo });
    await until(async () => (await tab.peek(summary))?.value === 'Noch nicht gespeichert', {
      what: 'what was typed',
    });
    expect((await server.admin('GET', path)).body.item.summary).toBe(theirs.summary);
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Neues aus Zürich')) });
  });

  test('removes no guideline that somebody else changed meanwhile', async () => {
    const path = '/v1/admin/guidelines/confidential.zirbe';
    const why = { role: 'textbox', name: `${words.form.why} (de)` };
    const remove = { role: 'button', name: words.editor.remove };
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await tab.find(remove);
    const { body } = await server.admin('GET', path);
    const theirs = { ...body.guideline, why: { de: 'Gerade erst geschrieben.' } };
    expect((await server.admin('PUT', path, theirs, { 'if-match': `"${body.version}"` })).status).toBe(200);
    await tab.click(remove);
    await tab.find({ role: 'status', name: new RegExp(words.failures.stale) });
    await until(async () => (await tab.find(why)).value === theirs.why.de, { what: 'their version' });
    await tab.click({ role: 'button', name: words.common.close });
    await tab.click(remove);
    await tab.click({ role: 'button', name: words.common.undo });
    await until(async () => (await tab.peek(why))?.value === theirs.why.de, { what: 'it back' });
  });

  test('does not save input from before over what somebody else saved since', async () => {
    const path = '/v1/admin/guidelines/confidential.zirbe';
    const why = { role: 'textbox', name: `${words.form.why} (de)` };
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await tab.fill(why, 'Von vorhin.');
    await tab.click({ role: 'link', name: words.nav.overview, within: 'nav' });
    await tab.click({ role: 'button', name: words.editor.leave });
    await tab.find({ role: 'heading', name: new RegExp(words.overview.hello('')) });
    const { body } = await server.admin('GET', path);
    const theirs = { ...body.guideline, why: { de: 'Von jemand anderem.' } };
    expect((await server.admin('PUT', path, theirs, { 'if-match': `"${body.version}"` })).status).toBe(200);
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    expect((await tab.find(why)).value).toBe('Von vorhin.');
    await tab.click({ role: 'button', name: words.common.save });
    await tab.click({ role: 'button', name: words.editor.conflictTheirs });
    await until(async () => (await tab.find(why)).value === 'Von jemand anderem.', { what: 'their version' });
    expect((await server.admin('GET', path)).body.guideline.why).toEqual({ de: 'Von jemand anderem.' });
  });

  test('asks whether a published guideline that somebody else removed comes back', async () => {
    const path = '/v1/admin/guidelines/confidential.zirbe';
    await tab.goto(`${server.origin}/guidelines/confidential.zirbe`);
    await tab.fill({ role: 'textbox', name: `${words.form.why} (de)` }, 'Wieder da.');
    expect((await server.admin('DELETE', path, undefined, ANY)).status).toBe(204);
    await tab.click({ role: 'button', name: words.common.save });
    await tab.click({ role: 'button', name: words.editor.goneAgain });
    await until(async () => (await server.admin('GET', path)).body.state === 'changed', { what: 'it back' });
    expect((await server.admin('GET', path)).body.guideline.why).toEqual({ de: 'Wieder da.' });
  });

  test('keeps what is typed into a feed and into the topics while they are saved', async () => {
    const feed = { url: 'https://www.acme.example/slow.xml', title: 'Langsam', minutes: 60, enabled: false };
    await server.admin('POST', '/v1/admin/feeds', feed);
    const titles = async () =>
      (await server.admin('GET', '/v1/admin/feeds')).body.feeds.map(({ title }) => title);
    const slowly = (path) => {
      network.tamper = async ({ pathname }, answer) => {
        if (pathname.startsWith(path)) await new Promise((resolve) => setTimeout(resolve, 1500));
        return answer;
      };
    };
    const typedWhileSaved = async (field, [first, more], path, said) => {
      await tab.fill(field, first);
      slowly(path);
      await tab.press('Enter');
      await tab.type(more);
      await tab.find({ role: 'status', name: new RegExp(said) });
      network.tamper = null;
      expect((await tab.find(field)).value).toBe(first + more);
    };
    const title = { role: 'textbox', name: words.feeds.title };
    await tab.goto(`${server.origin}/content?tab=feeds`);
    await tab.click({ role: 'button', name: new RegExp(`^${words.feeds.edit}`) });
    await typedWhileSaved(title, ['Erster', ' und zweiter'], '/v1/admin/feeds/', words.feeds.saved);
    expect(await titles()).toContain('Erster');
    await tab.click({ role: 'button', name: words.feeds.save });
    await tab.gone(title);
    expect(await titles()).toContain('Erster und zweiter');
    await tab.click({ role: 'button', name: new RegExp(`^${words.feeds.remove}`) });
    await tab.click({ css: '.dialog .button-danger' });
    await until(async () => (await titles()).length === 0, { what: 'no feed' });

    await tab.goto(`${server.origin}/content?tab=topics`);
    const topic = { role: 'textbox', name: `${words.labels.german} 1` };
    await typedWhileSaved(topic, ['Bauen', ' mit Holz'], '/v1/admin/topics', words.content.topicsSaved);
    await tab.click({ role: 'button', name: words.common.save });
    const stored = async () => JSON.stringify((await server.admin('GET', '/v1/admin/topics')).body);
    await until(async () => (await stored()).includes('"Bauen mit Holz"'), { what: 'all of it saved' });
  });

  test('takes saved topics back without what was typed since', async () => {
    const stored = async () => JSON.stringify((await server.admin('GET', '/v1/admin/topics')).body);
    const before = await stored();
    await tab.goto(`${server.origin}/content?tab=topics`);
    const topic = { role: 'textbox', name: `${words.labels.german} 1` };
    await tab.fill(topic, 'Versehen');
    await tab.press('Enter');
    await tab.find({ role: 'status', name: new RegExp(words.content.topicsSaved) });
    await tab.fill(topic, 'Gewolltes');
    await tab.click({ role: 'button', name: words.common.undo });
    await until(async () => (await stored()) === before, { what: 'the topics of before' });
    // The form shows what is taken back until the server has answered.
    await until(async () => (await tab.find(topic)).value === 'Gewolltes', { what: 'what was typed since' });
    await tab.click({ role: 'button', name: words.editor.discard });
  });

  test('says what failed beside the button, once, in the language chosen since', async () => {
    const remove = { role: 'button', name: words.editor.remove };
    const failed = { role: 'alert', name: words.failures.unreachable };
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    await tab.find(remove);
    await server.stop();
    for (let i = 0; i < 2; ++i) {
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await tab.click(remove);
      await tab.find({ ...failed, within: '.action-bar' });
    }
    expect((await tab.find(failed)).count).toBe(1);
    expect((await tab.find(remove)).uncovered).toBe(true);
    await tab.click({ role: 'button', name: 'EN' });
    await tab.find({ ...failed, name: english.failures.unreachable });
    await tab.click({ role: 'button', name: 'DE' });
    await server.resume();
  });

  test('leaves the keyboard where somebody types after following a link', async () => {
    await tab.goto(`${server.origin}/`);
    await tab.click({ role: 'link', name: words.nav.content, within: 'nav' });
    const search = { role: 'textbox', name: words.content.search };
    await tab.fill(search, 'zurich');
    expect((await tab.find(search)).value).toBe('zurich');
    await tab.fill(search, ' ');
    await tab.press('Backspace');
  });

  test('keeps notices off the buttons, says them once, and leaves them behind with the view', async () => {
    const notice = { css: '.notices p', name: words.failures.unreachable };
    await tab.goto(`${server.origin}/content`);
    await tab.click({ css: 'tbody .choose input', nth: 0 });
    const archive = { role: 'button', name: words.library.archive };
    await tab.find(archive);
    await server.stop();
    for (let i = 0; i < 2; ++i) {
      await tab.click(archive);
      await tab.click({ css: '.dialog .button-primary' });
      await tab.find(notice);
    }
    expect((await tab.find(notice)).count).toBe(1);
    expect((await tab.find(archive)).uncovered).toBe(true);
    await tab.click({ role: 'button', name: 'EN' });
    await tab.find({ ...notice, name: english.failures.unreachable });
    await tab.click({ role: 'button', name: 'DE' });
    await server.resume();
    await tab.click({ role: 'link', name: words.nav.overview, within: 'nav' });
    await tab.gone({ css: '.notices .item' });
  });

  test('asks whose settings of a feed go on, and whether one that is gone comes back', async () => {
    const path = '/v1/admin/feeds';
    const settings = { url: 'https://www.acme.example/feed.xml', title: 'ACME', minutes: 60, enabled: false };
    const { body: feed } = await server.admin('POST', path, settings);
    const title = { role: 'textbox', name: words.feeds.title };
    const edit = async (text) => {
      await tab.click({ role: 'button', name: new RegExp(`^${words.feeds.edit}`) });
      await tab.fill(title, text);
    };
    const save = () => tab.click({ role: 'button', name: words.feeds.save });
    const titles = async () => (await server.admin('GET', path)).body.feeds.map((each) => each.title);
    await tab.goto(`${server.origin}/content`);
    await tab.click({ role: 'tab', name: new RegExp(`^${words.feeds.tab}`) });

    await edit('Meine');
    await server.admin('PUT', `${path}/${feed.id}`, { ...settings, title: 'Ihre' }, ANY);
    await save();
    await tab.click({ role: 'button', name: words.editor.conflictTheirs });
    await until(async () => (await tab.find(title)).value === 'Ihre', { what: 'their settings' });
    await tab.click({ role: 'button', name: words.editor.conflictBack });
    await save();
    await until(async () => (await titles()).includes('Meine'), { what: 'my settings' });

    await edit('Noch einmal');
    await server.admin('DELETE', `${path}/${feed.id}`, undefined, ANY);
    await save();
    await tab.click({ role: 'button', name: words.editor.goneAgain });
    await until(async () => (await titles()).includes('Noch einmal'), { what: 'the feed, anew' });
  });

  test('tells rows one below the other where a table has no room, sorted and chosen as before', async () => {
    const places = { content: words.content.title, guidelines: words.guidelines.columns.severity };
    for (const width of [1023, 390]) {
      await tab.page.setViewport({ width, height: 1000 });
      for (const [place, column] of Object.entries(places)) {
        await tab.goto(`${server.origin}/${place}?state=`);
        await tab.click({ role: 'button', name: column });
        await tab.find({ css: `[aria-sort=ascending]`, name: column });
        const over = (css) =>
          tab.evaluate((css) => {
            const { scrollWidth, clientWidth } = document.querySelector(css);
            return scrollWidth - clientWidth;
          }, css);
        expect([await over('.table-frame'), await over('html')]).toEqual([0, 0]);
      }
    }
    await tab.goto(`${server.origin}/content`);
    await tab.click({ css: 'thead input' });
    await tab.find({ role: 'group' });
    await tab.click({ css: 'tbody .choose', nth: 0 });
    await tab.click({ role: 'button', name: words.library.unselect });
    await tab.page.setViewport({ width: 1400, height: 1000 });
  });

  test('archives all that match, and takes it back', async () => {
    const archived = async () =>
      (await server.admin('GET', '/v1/admin/content?state=archived&limit=1')).body.matching;
    const { matching } = (await server.admin('GET', '/v1/admin/content?state=current&limit=1')).body;
    await tab.goto(`${server.origin}/content?sort=title`);
    await tab.click({ css: 'thead input' });
    await tab.click({ role: 'button', name: words.library.archive });
    await tab.click({ css: '.dialog .button-primary' });
    await until(async () => (await archived()) === matching, { what: 'everything in the archive' });
    await tab.click({ role: 'button', name: words.common.undo });
    await tab.find({ role: 'status', name: new RegExp(words.library.bulkUndone.archive(matching)) });
    expect(await archived()).toBe(0);
  });

  test('shows more guidelines as one scrolls, and comes back to the one that was opened', async () => {
    const rows = () => tab.evaluate(() => document.querySelectorAll('tbody tr').length);
    const { length } = (await server.admin('GET', '/v1/admin/guidelines')).body.guidelines;
    await tab.goto(`${server.origin}/guidelines?query=`);
    await tab.find({ css: 'tbody tr' });
    expect(await rows()).toBe(100);
    expect(length).toBeGreaterThan(100);
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until(async () => (await rows()) === length, { what: 'all guidelines' });
    await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const last = { css: 'tbody tr:last-child a' };
    await tab.click(last);
    await tab.gone(last);
    await tab.page.goBack();
    await until(async () => (await tab.find(last)).uncovered, { what: 'the last guideline in sight' });
  });

  test('takes back what was changed together, each item to what it was', async () => {
    const { library, content } = words;
    const list = async () => (await server.admin('GET', '/v1/admin/content?sort=title')).body.items;
    const changeable = async () => (await list()).map(({ item }) => item);
    const before = await changeable();
    const [[slug, label]] = Object.entries((await server.admin('GET', '/v1/admin/topics')).body);
    expect(new Set(before.map(({ topics }) => `${topics}`)).size).toBeGreaterThan(1);
    await tab.goto(`${server.origin}/content?sort=title`);
    await tab.click({ css: 'thead input' });
    await tab.click({ role: 'button', name: library.bulkEdit });
    await tab.click({ css: '.fields label', name: label.de, nth: 0 });
    await tab.choose({ role: 'combobox', name: library.change(content.owner) }, library.set);
    await tab.fill({ role: 'textbox', name: content.owner }, 'Werk Nord');
    await tab.choose({ role: 'combobox', name: library.change(content.priority) }, library.unset);
    await tab.choose({ role: 'combobox', name: library.change(words.form.networks) }, 'einschr');
    await tab.click({ role: 'button', name: library.bulkApply(before.length) });
    await tab.find({ css: '.field-error', name: library.bulkMissing });
    await tab.click({ css: '.fields label', name: 'LinkedIn' });
    await tab.choose({ role: 'combobox', name: library.change(words.form.groups) }, 'nicht');
    await tab.choose({ role: 'combobox', name: library.change(content.from) }, library.unset);
    await tab.click({ role: 'button', name: library.bulkApply(before.length) });
    await tab.click({ css: '.dialog .button-primary' });
    const isChanged = ({ owner, priority, topics, networks, audience, from }) =>
      owner === 'Werk Nord' &&
      topics.includes(slug) &&
      `${networks}` === 'linkedin' &&
      [priority, audience?.groups, from].every((gone) => gone === undefined);
    await until(async () => (await changeable()).every(isChanged), { what: 'all of them changed' });
    await tab.click({ role: 'button', name: words.common.undo });
    await tab.find({ role: 'status', name: new RegExp(library.bulkUndone.edit(before.length)) });
    expect(await changeable()).toEqual(before);
  });

  test('takes back what was approved together: drafts are drafts again, proposals proposals', async () => {
    const draft = { url: 'https://acme.example/zusammen', title: 'Zusammen', language: 'de', captions: [] };
    const created = await server.admin(
      'PUT',
      '/v1/admin/content/zusammen?state=draft',
      { ...draft, id: 'zusammen' },
      CREATE,
    );
    expect(created.status).toBe(201);
    await propose('https://www.acme.example/zusammen', 'Auch zusammen');
    const states = async () =>
      (await server.admin('GET', '/v1/admin/content?query=zusammen&sort=title')).body.items.map(
        ({ editorial }) => editorial.state,
      );
    expect(await states()).toEqual(['proposed', 'draft']);
    await tab.goto(`${server.origin}/content?query=zusammen`);
    await tab.click({ css: 'thead input' });
    await tab.click({ role: 'button', name: words.library.approve });
    await tab.click({ css: '.dialog .button-primary' });
    await until(async () => `${await states()}` === 'approved,approved', { what: 'both approved' });
    await tab.click({ role: 'button', name: words.common.undo });
    await tab.find({ role: 'status', name: new RegExp(words.library.bulkUndone.approve(2)) });
    expect(await states()).toEqual(['proposed', 'draft']);
    for (const id of ['zusammen', 'auch-zusammen'])
      await server.admin('DELETE', `/v1/admin/content/${id}`, undefined, ANY);
  });

  test('makes drafts of pasted links, says line by line what became of them, and takes it back', async () => {
    const { links } = words.content;
    const text = { role: 'textbox', name: links.label };
    const drafts = async () =>
      (await server.admin('GET', '/v1/admin/content?state=draft&sort=title')).body.items.map(
        ({ item }) => item.title,
      );
    const { url } = site;
    const pasted = [
      `${url}/turm`,
      `Unsere Halle: ${url}/halle`,
      `${url}/turm/?utm_source=x`,
      'offen',
      `${url}/weg`,
    ];
    await tab.goto(`${server.origin}/content`);
    await tab.click({ role: 'link', name: links.open });
    await tab.click({ role: 'button', name: links.run(0) });
    await tab.find({ css: '.field-error', name: links.missing });
    await tab.fill(text, pasted.join('\n'));
    await tab.click({ role: 'button', name: links.run(4) });
    for (const [kind, n] of Object.entries({ made: 2, known: 1, failed: 1 }))
      await tab.find({ role: 'heading', name: links.heads[kind](n) });
    expect(await drafts()).toEqual(['Der Turm steht', 'Unsere Halle']);
    await tab.find({ css: 'li', name: new RegExp(links.sameAs(1)) });
    expect((await tab.find(text)).value).toBe(`offen\n${url}/weg`);
    await tab.click({ role: 'button', name: words.common.undo, nth: 0 });
    await tab.find({ role: 'status', name: new RegExp(links.undone(2)) });
    expect(await drafts()).toEqual([]);
    expect((await tab.find(text)).value).toBe(pasted.join('\n'));
    await tab.fill(text, ' ');
  });

  test('takes back what was archived, and leaves chosen what was chosen since', async () => {
    const archived = async () =>
      (await server.admin('GET', '/v1/admin/content?state=archived&limit=1')).body.matching;
    await tab.goto(`${server.origin}/content?sort=title`);
    const first = { css: 'tbody input' };
    await tab.click(first);
    await tab.click({ role: 'button', name: words.library.archive });
    await tab.click({ css: '.dialog .button-primary' });
    await until(async () => (await archived()) === 1, { what: 'one in the archive' });
    await tab.gone({ role: 'status', name: words.library.selected(1) });
    await tab.click(first);
    await tab.click({ role: 'button', name: words.common.undo });
    await until(async () => (await archived()) === 0, { what: 'it is back' });
    await tab.find({ css: 'tbody input', nth: 1 });
    await tab.find({ role: 'status', name: words.library.selected(1) });
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

  test('leaves the keyboard with whoever is at the next proposal when the list arrives', async () => {
    const [first, second] = ['https://www.acme.example/lager', 'https://www.acme.example/turm'];
    await propose(first);
    await propose(second);
    await tab.goto(`${server.origin}/content?tab=review`);
    const decline = { role: 'button', name: new RegExp(`^${words.library.decline}`) };
    const note = { role: 'textbox', name: words.library.declineNote };
    await tab.click({ ...decline, nth: 0 });
    await tab.fill(note, 'Hatten wir schon.');
    let listed = 0;
    network.tamper = async ({ pathname }, answer) => {
      if (pathname !== '/v1/admin/content') return answer;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      listed += 1;
      return answer;
    };
    await tab.click({ role: 'button', name: words.library.declineSend });
    await tab.gone(note);
    await tab.click({ ...decline, nth: 1 });
    await tab.fill(note, 'Erst im Mai.');
    await until(() => listed >= 2, { what: 'both lists anew' });
    network.tamper = null;
    await tab.gone({ ...decline, nth: 1 });
    await tab.type(' Oder Juni.');
    expect((await tab.find(note)).value).toBe('Erst im Mai. Oder Juni.');
    await tab.click({ role: 'button', name: words.library.declineSend });
    await tab.find({ role: 'heading', name: words.library.reviewEmptyTitle });
  });

  test('says whom an unknown role reaches, and saves it all the same', async () => {
    const path = '/v1/admin/content/neues-aus-zuerich';
    const { body } = await server.admin('GET', path);
    const item = { ...body.item, audience: { roles: ['einkauf'] } };
    expect((await server.admin('PUT', path, item, { 'if-match': `"${body.version}"` })).status).toBe(200);
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    const warning = { css: '.notice-warning', name: words.form.unknownRoles(['einkauf']) };
    await tab.find(warning);
    await tab.fill({ role: 'textbox', name: words.content.summary }, 'Trotzdem.');
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Neues aus Zürich')) });
    await tab.click({ css: 'label.pill', name: 'einkauf' });
    await tab.gone(warning);
  });

  test('opens an item whose lists say something twice, as imports do', async () => {
    const item = {
      ...{ id: 'twice', url: 'https://www.acme.example/twice', title: 'Doppelt', language: 'de' },
      ...{ hashtags: ['Holz', 'Holz'], networks: ['x', 'x'], audience: { groups: ['einkauf', 'einkauf'] } },
    };
    const path = '/v1/admin/content/twice';
    expect((await server.admin('PUT', path, item, { 'if-none-match': '*' })).status).toBe(201);
    await tab.goto(`${server.origin}/content/twice`);
    await tab.click({ role: 'button', name: words.form.removeItem('Holz') });
    await tab.click({ css: 'label.pill', name: 'einkauf' });
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'status', name: new RegExp(words.editor.saved('Doppelt')) });
    const { hashtags, audience } = (await server.admin('GET', path)).body.item;
    expect([hashtags, audience]).toEqual([undefined, undefined]);
  });

  test('withdraws an item from every device after asking, whatever else waits', async () => {
    const path = '/v1/admin/content/eilig';
    const item = { id: 'eilig', url: 'https://acme.example/eilig', title: 'Eilige Sache', language: 'de' };
    await server.admin('PUT', path, { ...item, captions: [] }, CREATE);
    const published = await server.admin('POST', '/v1/admin/publications', { channel: 'everyone', note: '' });
    expect(published.status, JSON.stringify(published.body)).toBe(201);
    const waiting = async () =>
      (await server.admin('GET', '/v1/admin/publications/pending?channel=everyone')).body.changes;
    await server.admin('PUT', '/v1/admin/content/wartet', { ...item, id: 'wartet', captions: [] }, CREATE);
    await tab.goto(`${server.origin}/content/eilig`);
    const withdraw = { role: 'button', name: words.library.withdraw };
    await tab.click(withdraw);
    await tab.find({ role: 'heading', name: words.library.withdrawTitle(item.title) });
    await tab.click({ css: '.dialog .button-danger' });
    await tab.find({ role: 'status', name: new RegExp(words.library.withdrawn(item.title)) });
    await tab.gone(withdraw);
    expect((await server.admin('GET', path)).body).toMatchObject({
      state: 'new',
      editorial: { state: 'archived' },
    });
    expect((await waiting()).map(({ id }) => id)).toEqual(['wartet']);
  });

  test('withdraws from the pilot group what nobody else has, also once it is removed', async () => {
    const path = '/v1/admin/content/versuch';
    const item = { id: 'versuch', url: 'https://acme.example/versuch', title: 'Ein Versuch', language: 'de' };
    await server.admin('PUT', path, { ...item, captions: [] }, CREATE);
    await server.admin('POST', '/v1/admin/publications', { channel: 'pilot', note: '' });
    await tab.goto(`${server.origin}/content/versuch`);
    await tab.find({ role: 'button', name: words.library.withdraw });
    await tab.click({ role: 'button', name: words.editor.remove });
    await tab.find({ role: 'status', name: new RegExp(words.library.stillOut) });
    await tab.goto(`${server.origin}/content?query=versuch`);
    await tab.find({ css: 'th', name: new RegExp(words.library.outOn([words.channelName('pilot')])) });
    await tab.click({ role: 'button', name: new RegExp(`^${words.library.withdraw}`) });
    await tab.click({ css: '.dialog .button-danger' });
    await tab.find({ role: 'status', name: new RegExp(words.library.withdrawnRemoved(item.title)) });
    await tab.gone({ css: 'th', name: new RegExp(item.title) });
    const { body } = await server.admin('GET', '/v1/admin/publications/pending?channel=pilot');
    expect(body.changes.filter(({ id }) => id === 'versuch')).toEqual([]);
  });

  test('finds in the log who did what, keeps that in the address, and gives it out as a table', async () => {
    const { settings } = words;
    await tab.goto(`${server.origin}/settings?tab=audit&action=content.withdraw`);
    const rows = () =>
      tab.evaluate(() => [...document.querySelectorAll('td.mono')].map(({ textContent }) => textContent));
    await until(async () => `${await rows()}` === 'versuch,eilig', { what: 'both withdrawals' });
    await tab.fill({ role: 'textbox', name: settings.subject }, 'EIL');
    await until(async () => `${await rows()}` === 'eilig', { what: 'one of them' });
    await tab.page.reload();
    await until(async () => `${await rows()}` === 'eilig', { what: 'it again' });
    await tab.evaluate(() => {
      URL.createObjectURL = (blob) => {
        globalThis.exported = blob.text();
        return 'data:,';
      };
    });
    await tab.click({ role: 'button', name: settings.auditExport });
    const table = await until(() => tab.evaluate(() => globalThis.exported), { what: 'the table' });
    const [head, first, end] = table.split('\r\n');
    expect(head).toContain(`;"${settings.actor}";"${settings.action}";`);
    expect(first).toContain(`;"${settings.actions['content.withdraw']}";"content.withdraw";"eilig"`);
    expect(end).toBe('');
    await tab.choose({ role: 'combobox', name: settings.action }, settings.actions['keys.rotate']);
    await tab.find({ role: 'heading', name: words.library.noneTitle });
    await tab.click({ role: 'button', name: words.library.clear });
    await tab.find({ css: 'td.mono' });
  });

  test('takes back from another view what was archived', async () => {
    const path = '/v1/admin/content/twice';
    const state = async () => (await server.admin('GET', path)).body.editorial.state;
    await tab.goto(`${server.origin}/content/twice`);
    await tab.click({ role: 'button', name: words.library.archive });
    await until(async () => (await state()) === 'archived', { what: 'the item in the archive' });
    await tab.click({ role: 'link', name: words.nav.overview, within: 'nav' });
    await tab.find({ role: 'heading', name: new RegExp(words.overview.hello('')) });
    await tab.click({ role: 'button', name: words.common.undo });
    await until(async () => (await state()) === 'approved', { what: 'the item back' });
  });

  test('shows a feed whose entries lead to one page', async () => {
    const entry = { url: 'https://www.acme.example/aktuell', published: null };
    network.tamper = async ({ pathname }, answer) => {
      if (pathname !== '/v1/admin/feed-check') return answer;
      const newest = ['Eins', 'Zwei'].map((title) => ({ ...entry, title }));
      return {
        ...answer,
        body: JSON.stringify({ title: 'ACME', language: null, entries: 2, newest, trouble: null }),
      };
    };
    await tab.goto(`${server.origin}/content?tab=feeds`);
    await tab.click({ role: 'button', name: words.feeds.add });
    await tab.fill({ role: 'textbox', name: words.feeds.url }, 'https://www.acme.invalid/feed.xml');
    await tab.click({ role: 'button', name: words.feeds.check });
    for (const name of ['Eins', 'Zwei']) await tab.find({ css: 'form li', name });
    network.tamper = null;
    await tab.click({ role: 'button', name: words.common.cancel });
  });

  test('shows a long title that runs the other way beside what it says of it', async () => {
    const title = `\u202E${'שלום עולם '.repeat(40)}`;
    await tab.goto(`${server.origin}/content/~new`);
    await tab.evaluate(() => {
      // Into the field as a whole: 400 keys take long.
      globalThis.enter = (field, value) => {
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
    });
    await tab.fill({ role: 'textbox', name: words.content.url }, 'https://www.acme.example/shalom');
    await tab.click({ role: 'textbox', name: words.content.title });
    await tab.evaluate((value) => enter(document.activeElement, value), title);
    await tab.click({ role: 'button', name: words.common.save });
    const { text } = await tab.find({ css: '.notices p', name: /שלום.* ist gespeichert/ });
    expect(text).toMatch(/^«\u2068[^\u202E]{10,90}…\u2069» ist gespeichert\.$/);
    const isCut = () =>
      [...document.querySelectorAll('.notices p')].some((p) => p.scrollHeight > p.clientHeight + 1);
    expect(await tab.evaluate(isCut)).toBe(false);
  });

  test('names the period that its figures are about, also while another one cannot be had', async () => {
    const { days, headline } = words.statistics;
    const counted = { ...(await server.admin('GET', '/v1/admin/statistics')).body, shared: { n: 7 } };
    network.tamper = async ({ pathname }, answer) =>
      pathname === '/v1/admin/statistics' ? { ...answer, body: JSON.stringify(counted) } : answer;
    await tab.goto(`${server.origin}/statistics`);
    const said = { css: '.headline', name: headline(7, 30) };
    await tab.find(said);
    await server.stop();
    await tab.click({ role: 'button', name: days(90) });
    await tab.find({ role: 'alert', name: new RegExp(words.failures.unreachable) });
    await tab.find(said);
    await server.resume();
    await tab.click({ role: 'button', name: words.common.retry });
    await tab.find({ css: '.headline', name: headline(7, 90) });
    network.tamper = null;
  });

  test('calls an item by the title that it has by now', async () => {
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    await tab.fill({ role: 'textbox', name: words.content.title }, 'Neues aus Winterthur');
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'heading', name: 'Neues aus Winterthur' });
    expect(await tab.page.title()).toBe('Neues aus Winterthur – Herold');
    await tab.goto(`${server.origin}/publish`);
    await tab.find({ css: 'li p', name: /^Titel: «Neues aus Winterthur» statt «Neues aus Zürich»/ });
    await tab.click({ role: 'link', name: 'Neues aus Winterthur' });
    await tab.find({ role: 'heading', name: 'Neues aus Winterthur' });
  });

  test('begins anew when the place one is at is chosen again, and asks each time before input is left', async () => {
    const selected = async (name) =>
      until(async () => (await tab.peek({ css: '[role=tab][aria-selected=true]' }))?.name.startsWith(name), {
        what: `${name} in sight`,
      });
    await tab.goto(`${server.origin}/content?tab=topics`);
    await selected(words.content.topics);
    await tab.click({ role: 'link', name: new RegExp(words.nav.content), within: 'nav' });
    await selected(words.content.items);

    const leave = { role: 'button', name: words.editor.leave };
    const address = { role: 'textbox', name: words.settings.publicUrl };
    await tab.goto(`${server.origin}/settings`);
    await tab.fill(address, 'https://herold.example');
    for (const place of ['settings', 'overview']) {
      await tab.click({ role: 'link', name: words.nav[place], within: 'nav' });
      await tab.click(leave);
      await tab.gone(leave);
    }
    await tab.find({ role: 'heading', name: new RegExp(words.overview.hello('')) });
    await tab.goto(`${server.origin}/settings`);
    await tab.click({ role: 'button', name: words.editor.discard });
  });

  test('skips to the content without asking whether to leave it', async () => {
    await tab.goto(`${server.origin}/content/neues-aus-zuerich`);
    const summary = { role: 'textbox', name: words.content.summary };
    await tab.fill(summary, 'Noch nicht gespeichert.');
    await tab.find({ css: '.skip', focus: true });
    await tab.press('Enter');
    await until(() => tab.evaluate(() => document.activeElement.id === 'main'), {
      what: 'the content in focus',
    });
    expect(await tab.peek({ role: 'button', name: words.editor.leave })).toBe(null);
    expect((await tab.find(summary)).value).toBe('Noch nicht gespeichert.');
    await tab.click({ role: 'button', name: words.editor.discard });
  });

  test('takes topics back over what somebody else saved since only when told to', async () => {
    const path = '/v1/admin/topics';
    const first = async () => Object.values((await server.admin('GET', path)).body)[0].de;
    const topic = { role: 'textbox', name: `${words.labels.german} 1` };
    await tab.goto(`${server.origin}/content?tab=topics`);
    const { value: before } = await tab.find(topic);
    await tab.fill(topic, 'Meins');
    await tab.click({ role: 'button', name: words.common.save });
    await tab.find({ role: 'button', name: words.common.undo });
    const { body } = await server.admin('GET', path);
    const [slug] = Object.keys(body);
    await server.admin('PUT', path, { ...body, [slug]: { de: 'Ihrs', en: 'Theirs' } }, ANY);
    await tab.click({ role: 'button', name: words.common.undo });
    await tab.find({ role: 'heading', name: words.editor.conflictTitle });
    expect(await first()).toBe('Ihrs');
    await tab.click({ role: 'button', name: words.editor.conflictMine });
    await until(async () => (await first()) === before, { what: 'the topic as it was' });
    await until(async () => (await tab.find(topic)).value === before, { what: 'it in the form' });
  });

  test('says in the language of the page why a file is not imported', async () => {
    const { body: pack } = await server.admin('GET', '/v1/admin/pack/document');
    const choose = async (content) => {
      await chooseFile(content);
      await tab.click({ role: 'button', name: words.guidelines.importConfirm });
      return (await tab.find({ css: '.notices .error p' })).text;
    };
    const { notImported } = words.guidelines;
    const guidelines = [{ id: 'a.b', kind: 'existence', message: { de: 'Nein' } }];
    expect(await choose({ ...pack, guidelines })).toBe(
      notImported('unsere.json', `a.b: ${problem('needs “terms”, “patterns” or “detect”')}`, 0),
    );
    expect(await choose([])).toBe(
      notImported('unsere.json', problem('is not a pack: it must be an object'), 0),
    );
  });

  test('says before an import how many guidelines go, and takes it back', async () => {
    const path = '/v1/admin/pack/document';
    const { body: pack } = await server.admin('GET', path);
    const [first, ...others] = pack.guidelines;
    const { importText, importConfirm, imported, importUndone } = words.guidelines;
    await chooseFile({ ...pack, guidelines: [first] });
    await tab.find({ css: '.dialog-text', name: importText(1, others.length) });
    await tab.click({ role: 'button', name: importConfirm });
    await tab.find({ role: 'status', name: new RegExp(imported(0, 0, others.length)) });
    await tab.click({ role: 'button', name: words.common.undo });
    await tab.find({ role: 'status', name: new RegExp(importUndone) });
    const ids = ({ guidelines }) => guidelines.map(({ id }) => id).sort();
    expect(ids((await server.admin('GET', path)).body)).toEqual(ids(pack));
  });

  test('keeps in sight what can be done with a row, however narrow the screen', async () => {
    await server.admin('POST', '/v1/admin/publications', { channel: 'everyone', note: 'Zum Zurückkehren' });
    const cutOff = () => {
      const buttons = [...document.querySelectorAll('.table .act button')];
      const { scrollWidth, clientWidth } = document.documentElement;
      if (buttons.length === 0 || scrollWidth > clientWidth)
        return `${buttons.length} buttons, ${scrollWidth} px`;
      const isOut = (box, frame) => box.left < frame.left || box.right > frame.right;
      const out = buttons.filter((button) =>
        isOut(button.getBoundingClientRect(), button.closest('.table-frame').getBoundingClientRect()),
      );
      return out.map(({ textContent }) => textContent).join();
    };
    for (const width of [1440, 1024, 768, 390]) {
      await tab.page.setViewport({ width, height: 900 });
      for (const place of ['publish', 'invitations']) {
        await tab.goto(`${server.origin}/${place}`);
        await tab.find({ css: '.table .act button' });
        expect(await tab.evaluate(cutOff), `${place} at ${width} px`).toBe('');
      }
    }
    await tab.page.setViewport(null);
  });

  test('shows the chosen tab, however narrow the screen', async () => {
    await tab.page.setViewport({ width: 320, height: 800 });
    await tab.goto(`${server.origin}/settings?tab=audit`);
    await tab.find({ role: 'tab', name: words.settings.tabs.audit });
    const isInSight = () => {
      const chosen = document.querySelector('[role="tab"][data-state="active"]');
      const frame = chosen.parentElement.getBoundingClientRect();
      const { left, right } = chosen.getBoundingClientRect();
      return left >= frame.left && right <= frame.right;
    };
    await until(() => tab.evaluate(isInSight), { what: 'the chosen tab in sight' });
    await tab.page.setViewport(null);
  });

  test('removes the account of an administrator who has left, after asking by name', async () => {
    const beat = { ...ADMINISTRATOR, email: 'beat@acme.example', name: 'Beat Muster' };
    await server.createAdministrator(beat);
    await tab.goto(`${server.origin}/settings?tab=administrators`);
    await tab.click({ role: 'button', name: new RegExp(beat.name) });
    await tab.find({ role: 'heading', name: words.settings.administrators.removeTitle(beat.name) });
    await tab.click({ css: '.dialog .button-danger' });
    await tab.find({ role: 'status', name: new RegExp(words.settings.administrators.removed(beat.name)) });
    await tab.gone({ css: 'td', name: beat.email });
    const { body } = await server.admin('GET', '/v1/admin/administrators');
    expect(body.administrators.map(({ email }) => email)).toEqual([ADMINISTRATOR.email]);
  });

  // Last: the stories' own session ends with it.
  test('signs the account out everywhere else', async () => {
    await tab.goto(`${server.origin}/settings?tab=account`);
    await tab.click({ role: 'button', name: words.settings.account.endOthers });
    await tab.find({ role: 'status', name: new RegExp(words.settings.account.ended) });
    expect((await server.admin('GET', '/v1/admin/session')).status).toBe(401);
    await tab.goto(`${server.origin}/settings?tab=account`);
    await tab.find({ role: 'heading', name: ADMINISTRATOR.name });
  });

  async function chooseFile(content) {
    await tab.goto(`${server.origin}/guidelines`);
    await tab.find({ role: 'button', name: words.common.more });
    await tab.evaluate((text) => {
      const input = document.querySelector('input[type=file]');
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], 'unsere.json'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, JSON.stringify(content));
  }

  async function propose(url, title = 'Werkstatt') {
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ code: codeOf(invitation) });
    const enrolled = await fetch(`${server.origin}/v1/enrol`, { method: 'POST', headers: json, body });
    const { token } = await enrolled.json();
    const { status } = await fetch(`${server.origin}/v1/proposals`, {
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}` },
      body: JSON.stringify({ url, title, note: '' }),
    });
    expect(status).toBe(201);
  }
});

describe('a new organisation', () => {
  let server;
  let network;
  let browser;
  beforeAll(async () => {
    server = await HeroldServer.start();
    network = await startNetwork(new Map());
    browser = await launch('chromium', { proxyPort: network.port });
  });
  afterAll(async () => {
    await browser?.close();
    await network?.close();
    await server?.close();
  });

  test('finds something behind each of its first steps', async () => {
    const { tab } = await Administrator.signIn(browser, server.origin, ADMINISTRATOR);
    const { steps } = words.overview;
    const led = {};
    for (const [id, { label }] of Object.entries(steps)) {
      await tab.goto(`${server.origin}/`);
      await tab.click({ css: 'ol a', name: label });
      await tab.gone({ css: 'ol a', name: label });
      led[id] = (await tab.find({ css: 'main h1' })).name;
    }
    const { nav, guidelines } = words;
    expect(led).toEqual({
      copy: guidelines.copyDefaults,
      publish: nav.publish,
      invite: nav.invitations,
      content: nav.content,
    });
  });
});
