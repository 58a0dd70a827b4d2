import { expect, test } from 'vitest';
import { codeOf, request } from '../../harness.mjs';
import { ANY, CREATE, contentItem, converse } from '../conversation.mjs';
import { ACME } from './organisation.mjs';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0' };
const TARGET = 'https://www.acme.example/short?a=1#part';
/** The smallest number of people a figure may be about. */
const K = 5;
/** ms; clicks are written every five seconds. */
const PATIENCE = 15_000;

export function links(server) {
  let slug;

  /** Links are refreshed when the publication is announced, a moment after it is there. */
  function isKnown(name) {
    const status = async () => (await request(server().url, 'HEAD', `/r/${name}`)).status;
    return expect.poll(status, { timeout: PATIENCE }).toBe(302);
  }

  test('gives the devices a short link for each item', async () => {
    const { admin, enrol, device } = converse(server());
    const settings = { ...ACME.settings, k: K, shortLinks: true };
    await admin('PUT', '/v1/admin/organisation', { ...ACME, settings }, ANY);
    await admin('PUT', '/v1/admin/content/short', contentItem('short', { url: TARGET }), CREATE);
    await server().publish();
    const bundle = await bundleOf(device((await enrol()).token));
    expect(bundle.settings.shortLinks).toBe(`${ACME.publicUrl}/r/`);
    slug = bundle.content.find(({ id }) => id === 'short').slug;
    expect(slug).toMatch(/^[2-9a-z]{6}$/);
    await isKnown(slug);
  });

  test('leads to the page that was entered, whatever stands behind the slug', async () => {
    const { anyone } = converse(server());
    const leadsTo = async (name) => {
      const { status, headers } = await anyone('GET', `/r/${name}`);
      expect(status, name).toBe(302);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.getSetCookie()).toEqual([]);
      return headers.get('location');
    };
    const campaign = (source, medium) =>
      `https://www.acme.example/short?a=1&utm_source=${source}&utm_medium=${medium}&utm_campaign=short#part`;
    expect(await leadsTo(`${slug}-linkedin`)).toBe(campaign('linkedin', 'social'));
    expect(await leadsTo(`${slug}-whatsapp`)).toBe(campaign('whatsapp', 'messenger'));
    for (const name of [slug, `${slug}-`, `${slug}-evil.example`, `${slug}-%22%3E%3Cb`])
      expect(await leadsTo(name)).toBe(campaign('other', 'share'));
  });

  test('takes a slug however it is encoded and however long what follows is', async () => {
    const { anyone } = converse(server());
    const encoded = [...slug].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
    for (const name of [`${encoded}-linkedin`, `${encoded}%2dlinkedin`])
      expect((await anyone('GET', `/r/${name}`)).headers.get('location')).toContain('utm_source=linkedin');
    const long = await anyone('GET', `/r/${slug}-${'a'.repeat(4000)}`);
    expect(long.headers.get('location')).toContain('utm_source=other');
    for (const name of [`${slug}-%0d%0aSet-Cookie:%20a=b`, `${slug}%00`, `${slug}-%ff`, `%`]) {
      const { status, headers } = await request(server().url, 'GET', `/r/${name}`);
      expect(status, name).toBe(400);
      expect(headers.getSetCookie()).toEqual([]);
    }
  });

  test('leads to an address that is no URI by the letter', async () => {
    const { admin, anyone, device, enrol } = converse(server());
    const url = 'https://www.acme.example/Jahresrückblick?q=100%#Größe';
    await admin('PUT', '/v1/admin/content/umlaut', contentItem('umlaut', { url }), CREATE);
    await server().publish();
    const { content } = await bundleOf(device((await enrol()).token));
    const link = content.find(({ id }) => id === 'umlaut').slug;
    await isKnown(link);
    expect((await anyone('GET', `/r/${link}-x`)).headers.get('location')).toBe(
      'https://www.acme.example/Jahresr%C3%BCckblick?q=100%25&utm_source=x&utm_medium=social&utm_campaign=umlaut#Gr%C3%B6%C3%9Fe',
    );
  });

  test('says in the visitor’s language that a link leads nowhere', async () => {
    const { anyone } = converse(server());
    const page = (name, language) => anyone('GET', `/r/${name}`, undefined, { 'accept-language': language });
    const german = await page('nothing-here', 'de-CH,de;q=0.9,en;q=0.8');
    expect(german.status).toBe(404);
    expect(german.body).toContain('Dieser Link führt nirgendwohin');
    expect((await page('nothing-here', 'en;q=0.2, fr;q=0.7')).body).toContain('Ce lien');
    expect(german.headers.get('content-security-policy')).toMatch(/style-src 'sha256-/);
    expect((await page('a'.repeat(2000), 'rm, it;q=0.5')).body).toContain('Questo link');
    expect((await page('%E2%80%A6', '')).body).toContain('This link leads nowhere');
    expect((await request(server().url, 'POST', `/r/${slug}`)).status).toBe(405);
  });

  test('counts visits by item, channel and day, and those who object or only look not at all', async () => {
    const { admin, anyone } = converse(server());
    const visit = (headers, method = 'GET') =>
      request(server().url, method, `/r/${slug}-telegram`, undefined, { ...BROWSER, ...headers });
    const { url } = await server().createInvitation();
    for (let i = 0; i < K; ++i)
      expect((await anyone('POST', '/v1/enrol', { code: codeOf(url) })).status).toBe(201);
    for (const headers of [{ dnt: '1' }, { 'sec-gpc': '1' }, { 'user-agent': 'LinkedInBot/1.0' }])
      await visit(headers);
    await visit({ purpose: 'prefetch' });
    await visit({}, 'HEAD');
    await visit({});
    await visit({});
    const statistics = async () => (await admin('GET', '/v1/admin/statistics')).body;
    const clicksOn = async (channel) =>
      (await statistics()).networks.find(({ of }) => of === channel)?.clicks;
    await expect.poll(() => clicksOn('telegram'), { timeout: PATIENCE }).toEqual({ n: 2 });
    const { clicks, items, days } = await statistics();
    expect(items.find(({ of }) => of === 'short').clicks.n).toBeGreaterThanOrEqual(2);
    expect(clicks.n).toBeGreaterThanOrEqual(2);
    expect(days.at(-1).clicks.n).toBeGreaterThanOrEqual(2);
  });

  test('leaves no trace of a visit in the log', () => {
    const log = server().lines.join('\n');
    expect(log).not.toContain('/r/');
    expect(log).not.toContain('Firefox');
  });
}

async function bundleOf(me) {
  const metadata = async (name) => (await me('GET', `/v1/updates/metadata/${name}.json`)).body.signed;
  const { meta } = await metadata('timestamp');
  const snapshot = await metadata(`${meta['snapshot.json'].version}.snapshot`);
  const targets = await metadata(`${snapshot.meta['targets.json'].version}.targets`);
  const { sha256 } = targets.targets['pilot.json'].hashes;
  return (await me('GET', `/v1/updates/targets/${sha256}.pilot.json`)).body;
}
