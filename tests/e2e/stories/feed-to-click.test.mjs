import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as panelWords } from '../../../extension/src/words/de.ts';
import { de as words } from '../../../server/console/src/i18n/de.ts';
import { ANY } from '../../server/http/conversation.mjs';
import { launch } from '../harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../harness/herold-server.mjs';
import { until } from '../harness/until.mjs';
import { startFeedSite } from '../network/feed-site.mjs';
import { Administrator } from './administrator.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const ENTRY = {
  url: 'https://www.kernholz.example/de/aussichtsturm?seite=1',
  title: 'Der Aussichtsturm auf dem Hasenberg steht',
  summary: 'Vierzig Meter Fichte & Eiche: der Aussichtsturm ist nach elf Monaten fertig.',
  date: new Date(Date.now() - 3_600_000),
};
const DECLINED = {
  url: 'https://www.kernholz.example/de/kantine',
  title: 'Die Kantine hat neue Stühle',
  summary: 'Sechzig Stühle aus Esche.',
  date: new Date(Date.now() - 7_200_000),
};
const PICTURED = {
  url: 'https://www.kernholz.example/de/halle',
  title: 'Die neue Halle von oben',
  summary: 'Ein Flug über die Baustelle.',
  date: new Date(Date.now() - 10_800_000),
  image: 'https://www.kernholz.example/halle.jpg',
};
const CAPTION = 'Vierzig Meter Holz, und man sieht bis zu den Alpen.';
const OWN = ' Ich habe die Treppe gezeichnet.';
const DRAFT = 'Gestern standen wir zum ersten Mal oben auf dem Aussichtsturm am Hasenberg.';
const PEOPLE = 5;
/** What reads the page like a person; a headless browser calls itself a bot. */
const PERSON = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

/** Every browser and every database once, the other way round than in the main story. */
const WORLDS = [
  { kind: 'chromium', database: 'sqlite' },
  { kind: 'firefox', database: 'postgres' },
];

describe.each(WORLDS)('from a feed to a click in $kind on $database', ({ kind, database }) => {
  let site;
  let server;
  let world;
  let adminBrowser;
  let administrator;
  let desk;
  let employee;
  let panel;
  let card;
  let link;
  beforeAll(async () => {
    site = await startFeedSite('Neues von Kernholz', [ENTRY, DECLINED, PICTURED]);
    const reach = ['--allow-network', '127.0.0.0/8', '--allow-port', String(site.port)];
    server = await HeroldServer.start({ database, args: reach });
    const invitation = await server.fillDemo();
    await countClicks(server);
    await server.enrolPeople(invitation, PEOPLE);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    panel = employee.panel;
    await employee.join(invitation, { pageMode: false });
    adminBrowser = await launch(kind, { proxyPort: world.network.port, size: { width: 1400, height: 1000 } });
    administrator = await Administrator.signIn(adminBrowser, server.origin, ADMINISTRATOR);
    desk = administrator.tab;
  });
  afterAll(async () => {
    await adminBrowser?.close();
    await world?.close();
    await server?.close();
    await site?.close();
  });

  const pattern = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

  /** A control whose name ends with what it is about, for those who hear it only. */
  const about = (label, { title }) => new RegExp(`^${label}\\s*: ${title}$`);

  test('a feed is looked at, taken, and read', async () => {
    await administrator.takeFeed(site.url);
    await desk.find({ css: 'li p', name: words.feeds.good });
    await desk.find({ role: 'tab', name: `${words.library.review} (3)` });
  });

  test('what is new waits for review; one entry is edited and approved, one declined with a reason', async () => {
    await administrator.openTab(words.library.review);
    await desk.click({ role: 'link', name: about(words.library.edit, ENTRY) });
    const summary = await desk.find({ role: 'textbox', name: words.content.summary });
    expect(summary.value).toBe(ENTRY.summary);
    await administrator.addCaption(CAPTION);
    await desk.click({ role: 'button', name: words.library.saveApprove });
    await desk.find({ role: 'status', name: pattern(words.library.approved(ENTRY.title)) });
    await desk.click({ role: 'button', name: words.library.goOn });
    await desk.click({ role: 'button', name: about(words.library.decline, DECLINED) });
    await desk.fill({ role: 'textbox', name: words.library.declineNote }, 'Für draußen zu klein.');
    await desk.click({ role: 'button', name: words.library.declineSend });
    await desk.find({ role: 'status', name: pattern(words.library.declined(DECLINED.title)) });
  });

  test('a picture without a description is described where its entry is approved', async () => {
    await desk.gone({ role: 'button', name: about(words.library.decline, DECLINED) }); // The list has moved up.
    const shown = { role: 'textbox', name: words.library.imageAlt };
    await desk.click({ role: 'button', name: about(words.library.approve, PICTURED) });
    await desk.find({ css: '.field-error', name: words.library.imageAltMissing });
    await desk.fill(shown, 'Eine Halle aus Holz, von oben gesehen.');
    await desk.click({ role: 'button', name: about(words.library.approve, PICTURED) });
    await desk.find({ role: 'status', name: pattern(words.library.approved(PICTURED.title)) });
  });

  test('published, it is suggested beside a draft that it fits', async () => {
    await administrator.prepareToPublish('everyone');
    await administrator.publish('everyone');
    await administrator.published();
    await panel.fill({ role: 'textbox', name: panelWords.draft.label }, DRAFT);
    expect(await employee.suggestion(ENTRY.title)).toMatch(/Aussichtsturm/);
    card = `[data-testid=suggestion][data-item="${await employee.itemOf(ENTRY.title)}"]`;
  });

  test('in one’s own words it goes into the network’s window, with the short link', async () => {
    await employee.openShare(ENTRY.title);
    await panel.click({ css: '[data-testid=caption]', within: card });
    await panel.press('Control+End');
    await panel.type(OWN);
    await employee.share(ENTRY.title);
    const address = await until(
      () => world.network.recording.entries.map(({ url }) => url).find((url) => url.includes('shareActive')),
      { what: 'LinkedIn’s window' },
    );
    const text = new URL(address).searchParams.get('text');
    link = text.slice(text.lastIndexOf('\n') + 1);
    expect(link).toMatch(pattern(`${server.origin}/r/`));
    expect(text).toBe(`${CAPTION}${OWN}\n\n${link}`);
    expect(address).toBe(`https://www.linkedin.com/feed/?shareActive=true&text=${encodeURIComponent(text)}`);
    expect(await employee.clipboard()).toBe(text);
  });

  test('the short link leads to the page, campaign and all, and nothing is kept of who followed', async () => {
    const answer = await fetch(link, { redirect: 'manual', headers: PERSON });
    expect(answer.status).toBe(302);
    const target = new URL(answer.headers.get('location'));
    expect(target.href).toMatch(pattern(`${ENTRY.url}&utm_source=linkedin&utm_medium=social&utm_campaign=`));
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('and the console shows one more click', async () => {
    const row = { css: 'tr', name: pattern(ENTRY.title) };
    await until(
      async () => {
        await administrator.go('content');
        await administrator.go('statistics');
        return (await desk.find(row)).text.endsWith(' 1');
      },
      { what: 'a click in the row of the item', timeout: 60_000 },
    );
    await desk.find({ css: 'p', name: pattern(words.statistics.headlineClicks(1)) });
  });
});

/** Short links, and figures as soon as the law of small numbers allows: from five people on. */
async function countClicks(server) {
  const { body: organisation } = await server.admin('GET', '/v1/admin/organisation');
  const settings = { ...organisation.settings, shortLinks: true, k: PEOPLE };
  const saved = await server.admin('PUT', '/v1/admin/organisation', { ...organisation, settings }, ANY);
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
}
