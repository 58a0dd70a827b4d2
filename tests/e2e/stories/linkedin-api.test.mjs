import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../extension/src/words/de.ts';
import { ANY, contentItem, guideline } from '../../server/http/conversation.mjs';
import { KINDS } from '../harness/browser.mjs';
import { HeroldServer } from '../harness/herold-server.mjs';
import { Tab } from '../harness/tab.mjs';
import { until } from '../harness/until.mjs';
import { LinkedInApi } from '../linkedin/api.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const AXE = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const DRAFT = 'Richtfest in Lindenau (gestern): 12_000 Schrauben & viel #Handwerk.\n\nWer war dabei?';
const OTHER = 'Noch ein Satz über das Richtfest.';
const ITEM = contentItem('richtfest', {
  url: 'https://www.acme.example/richtfest?seite=1',
  title: 'Richtfest in Lindenau',
  hashtags: ['Holzbau'],
});
const CARD = '[data-testid=suggestion][data-item=richtfest]';
const SECTION = '[data-testid=linkedin]';
const DAY_MS = 86_400_000;
/** Enough for figures to be shown. */
const PEOPLE = 5;

describe.each(KINDS)('posting through LinkedIn’s API, in %s', (kind) => {
  const linkedin = new LinkedInApi();
  let server;
  let world;
  let panel;
  beforeAll(async () => {
    const oauth = await linkedin.listen();
    const reach = ['--allow-network', '127.0.0.0/8', '--allow-port', new URL(oauth).port];
    server = await HeroldServer.start({ args: ['--linkedin', oauth, ...reach] });
    linkedin.client.redirectUris = [`${server.origin}/linkedin/return`];
    const invitation = await setUp();
    await server.enrolPeople(invitation, PEOPLE);
    world = await startWorld(kind, { linkedin });
    await world.browser.grant('https://api.linkedin.com/*');
    const employee = await Employee.arrive(world.browser);
    panel = employee.panel;
    await employee.join(invitation, { pageMode: false });
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
    await linkedin.close();
  });

  async function setUp() {
    const { body: organisation } = await server.admin('GET', '/v1/admin/organisation');
    await configure(organisation, '202610');
    await server.admin('PUT', '/v1/admin/linkedin/secret', { secret: linkedin.client.secret });
    await server.admin('PUT', '/v1/admin/guidelines/confidential.falke', guideline('confidential.falke'), {
      'if-none-match': '*',
    });
    const item = await server.admin('PUT', '/v1/admin/content/richtfest', ITEM, { 'if-none-match': '*' });
    expect(item.status, JSON.stringify(item.body)).toBe(201);
    await publish();
    const { body } = await server.admin('POST', '/v1/admin/invitations', {
      channel: 'everyone',
      expiresAt: new Date(Date.now() + DAY_MS).toISOString(),
      uses: PEOPLE + 1,
    });
    return body.url;
  }

  async function configure(organisation, version) {
    const settings = {
      ...organisation.settings,
      k: PEOPLE,
      linkedin: { clientId: linkedin.client.id, version },
    };
    const saved = await server.admin('PUT', '/v1/admin/organisation', { ...organisation, settings }, ANY);
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  }

  /** As administrators see it; there are enough people for that. */
  async function sharesOnLinkedIn() {
    const { body } = await server.admin('GET', '/v1/admin/statistics');
    return body.networks.find(({ of }) => of === 'linkedin')?.shared.n ?? 0;
  }

  async function publish() {
    const published = await server.admin('POST', '/v1/admin/publications', { channel: 'everyone', note: '' });
    expect(published.status, JSON.stringify(published.body)).toBe(201);
  }

  const press = (name) => panel.click({ role: 'button', name, within: SECTION });
  const told = (name) => panel.find({ role: 'status', name, within: SECTION });
  const pattern = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

  async function connect(name) {
    await press(name);
    // Of a tab that has just been opened the page may not be asked yet, its target may.
    const target = await world.browser.driver.waitForTarget((each) =>
      each.url().includes('/oauth/v2/authorization'),
    );
    const page = await target.page();
    const tab = new Tab(page);
    await page.bringToFront();
    await tab.click({ role: 'link', name: 'Allow' });
    return tab;
  }

  async function post() {
    await panel.page.bringToFront();
    await panel.click({ css: '[data-testid=linkedin-review-open]' });
    const review = await panel.find({ css: '[data-testid=linkedin-review]' });
    await panel.click({ css: '[data-testid=linkedin-post]' });
    return review;
  }

  test('the person connects at LinkedIn, and the panel notices', async () => {
    await panel.fill({ role: 'textbox', name: words.draft.label }, DRAFT);
    const tab = await connect(words.linkedin.connect);
    await tab.find({ role: 'heading', name: 'Zurück von LinkedIn' });
    await panel.page.bringToFront();
    await panel.find({ css: `${SECTION} p`, name: /^Verbunden als Anna Keller, bis / });
    await tab.close();
  });

  test('what is shown is what is posted, once, to whom was chosen', async () => {
    await panel.click({ css: '[data-testid=linkedin-review-open]' });
    const shown = await panel.find({ css: '[data-testid=linkedin-review]' });
    expect(shown.text).toContain('Richtfest in Lindenau (gestern): 12_000 Schrauben & viel #Handwerk.');
    await panel.evaluate(AXE);
    const { violations } = await panel.evaluate(() => globalThis.axe.run('[data-testid=linkedin]'));
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(linkedin.posts).toEqual([]);
    await panel.click({ css: 'label', name: words.linkedin.visibilities.CONNECTIONS, within: SECTION });
    await panel.click({ css: '[data-testid=linkedin-post]' });
    await told(words.linkedin.posted);
    expect(linkedin.posts).toMatchObject([
      { text: DRAFT, hashtags: ['Handwerk'], cut: false, post: { visibility: 'CONNECTIONS' } },
    ]);
    await panel.find({ role: 'button', name: words.linkedin.open, within: SECTION });
  });

  test('the text went to LinkedIn and nowhere else, the token not to our server', () => {
    const hosts = (word) => [
      ...new Set(world.network.recording.carrying(word).map(({ url }) => new URL(url).host)),
    ];
    expect(hosts('Lindenau')).toEqual(['api.linkedin.com']);
    const sent = world.network.recording.to('api.linkedin.com').find(({ method }) => method === 'POST');
    expect(hosts(sent.headers.authorization.replace('Bearer ', ''))).toEqual(['api.linkedin.com']);
    expect(world.network.recording.carrying(linkedin.client.secret)).toEqual([]);
    expect(sent.headers.cookie).toBeUndefined();
  });

  test('the token lies on the device encrypted', async () => {
    const stored = await panel.evaluate(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      return JSON.stringify(await api.storage.local.get(null));
    });
    const sent = world.network.recording.to('api.linkedin.com').find(({ method }) => method === 'POST');
    expect(stored).toContain('"linkedin"');
    expect(stored).not.toContain(sent.headers.authorization.replace('Bearer ', ''));
    expect(stored).not.toContain(linkedin.member.sub);
  });

  test('an item goes out with its link as a card, and counts once', async () => {
    const shares = await sharesOnLinkedIn();
    await panel.click({ role: 'button', name: words.share.heading, within: CARD });
    await panel.click({ css: '[data-testid=linkedin-review-open]', within: CARD });
    await panel.find({
      css: '[data-testid=linkedin-review]',
      name: /Mit Link zu www\.acme\.example/,
      within: CARD,
    });
    await panel.click({ css: '[data-testid=linkedin-post]', within: CARD });
    await panel.find({ role: 'status', name: words.linkedin.posted, within: CARD });
    const { post, text, hashtags } = linkedin.posts.at(-1);
    expect({ text, hashtags }).toEqual({
      text: `${ITEM.captions[0].text}\n\n#Holzbau`,
      hashtags: ['Holzbau'],
    });
    expect(post.content.article.title).toBe(ITEM.title);
    expect(post.content.article.source).toBe(
      `${ITEM.url}&utm_source=linkedin&utm_medium=social&utm_campaign=richtfest`,
    );
    // Shared, so it is not suggested again; an open card stays where it is.
    await panel.fill({ role: 'textbox', name: words.draft.label }, `${DRAFT} `);
    await panel.click({ role: 'button', name: words.share.heading, within: CARD });
    await panel.gone({ css: CARD });
    await until(async () => (await sharesOnLinkedIn()) === shares + 1, {
      what: 'the share in the statistics',
      timeout: 60_000,
    });
  });

  test('a lost answer is called unclear, and nothing is sent again by itself', async () => {
    await panel.fill({ role: 'textbox', name: words.draft.label }, OTHER);
    linkedin.next = 'lost';
    await post();
    // Chromium sends once more by itself when a reused connection breaks off; LinkedIn then knows the post already.
    const { unknown, duplicate } = words.linkedin.outcomes;
    await told(new RegExp(`${pattern(unknown).source}|${pattern(duplicate).source}`));
    expect(linkedin.posts.filter(({ text }) => text === OTHER)).toHaveLength(1);
    await post();
    await told(pattern(words.linkedin.outcomes.duplicate));
    expect(linkedin.posts.filter(({ text }) => text === OTHER)).toHaveLength(1);
  });

  test('a day’s limit and a retired version say who can do what', async () => {
    linkedin.left = 0;
    await post();
    await told(pattern(words.linkedin.outcomes.limit));
    linkedin.left = 9;
    linkedin.versions = ['202611'];
    await post();
    await told(pattern(words.linkedin.outcomes.version));
  });

  test('a revoked token is deleted, and one connects again', async () => {
    linkedin.versions = ['202610'];
    linkedin.revokeAll();
    await post();
    await told(pattern(words.linkedin.outcomes.connect));
    const tab = await connect(words.linkedin.connectAgain);
    await panel.page.bringToFront();
    await panel.find({ css: `${SECTION} p`, name: /^Verbunden als/ });
    await tab.close();
  });

  test('disconnecting is one click, and cancelling at LinkedIn is understood', async () => {
    await press(words.linkedin.disconnect);
    await told(words.linkedin.disconnected);
    await panel.find({ role: 'button', name: words.linkedin.connect, within: SECTION });
    linkedin.consent = 'refuse';
    const tab = await connect(words.linkedin.connect);
    await tab.find({ css: 'p', name: /nicht verbunden/ });
    await panel.page.bringToFront();
    await told(words.linkedin.problems.cancelled);
    await tab.close();
  });

  test('an organisation that switches it off leaves nothing of it in the panel', async () => {
    const { body: organisation } = await server.admin('GET', '/v1/admin/organisation');
    const { linkedin: _, ...settings } = organisation.settings;
    await server.admin('PUT', '/v1/admin/organisation', { ...organisation, settings }, ANY);
    await publish();
    await panel.gone({ css: SECTION });
    expect(server.output).not.toMatch(/AQT|WPL_/);
  });
});
