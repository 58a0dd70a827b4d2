// Feeds from other people's server to the review queue, and pages for pasted links.
import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, startServer, stopCluster } from '../harness.mjs';

const ITEM = (n) => `<item><title>News ${n}</title><link>https://acme.example/news/${n}</link></item>`;
const PAGE = `<!doctype html><html lang="de"><head><title>Seite</title>
  <meta property="og:title" content="Mehr Strom"><meta property="og:image" content="/bild.png">
  <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>`;

describe.each(['sqlite', 'postgres'])('on %s', (database) => {
  let outside;
  let server;
  let reach;
  const asked = [];
  const url = (path) => `http://127.0.0.1:${outside.address().port}${path}`;
  beforeAll(async () => {
    outside = createServer((request, response) => {
      asked.push(request.url);
      if (request.url === '/drip') return response.writeHead(200).write('<rss>');
      if (/^\/page\b/.test(request.url)) return response.end(PAGE);
      if (request.url === '/bare') return response.end('<!doctype html><p>Nichts weiter.');
      if (request.url === '/gone') return response.writeHead(410).end();
      return response.end(`<rss><channel><title>ACME</title>${ITEM(1)}${ITEM(2)}</channel></rss>`);
    });
    await new Promise((resolve) => outside.listen(0, '127.0.0.1', resolve));
    const port = String(outside.address().port);
    reach = ['--allow-network', '127.0.0.1', '--allow-port', port];
    server = await startServer({ database, args: reach });
  });
  afterAll(async () => {
    outside.closeAllConnections();
    outside.close();
    await server?.stop();
  });

  const add = async (path) => {
    const settings = { url: url(path), title: path, topics: [], minutes: 30, enabled: true };
    return (await server.admin('POST', '/v1/admin/feeds', settings)).body.id;
  };
  const feed = async (id) => (await server.admin('GET', `/v1/admin/feeds/${id}`)).body;

  test('what is new is proposed', async () => {
    const id = await add('/feed.xml');
    await expect.poll(async () => (await feed(id)).proposed, { timeout: 10_000 }).toBe(2);
    const { body } = await server.admin('GET', '/v1/admin/content?editorial=proposed');
    expect(JSON.stringify(body)).toContain('News 1');
  });

  test('a feed that is gone is paused', async () => {
    const id = await add('/gone');
    await expect
      .poll(async () => await feed(id), { timeout: 10_000 })
      .toMatchObject({ enabled: false, trouble: { code: 'gone' } });
  });

  test('a page says what it is, and which feed it has', async () => {
    const { body } = await server.admin('POST', '/v1/admin/link-preview', { url: url('/page') });
    expect(body.page).toMatchObject({
      title: 'Mehr Strom',
      language: 'de',
      image: { url: url('/bild.png'), alt: '' },
    });
    const checked = await server.admin('POST', '/v1/admin/feed-check', { url: url('/page') });
    expect(checked.body.trouble).toMatchObject({ code: 'html', detail: url('/feed.xml') });
  });

  test('a link becomes a draft of what its page says, once', async () => {
    const add = (body) => server.admin('POST', '/v1/admin/content-links', body);
    const made = await add({ url: url('/page?1') });
    expect([made.status, made.body]).toEqual([
      201,
      { item: { id: 'mehr-strom', title: 'Mehr Strom' }, state: 'draft', known: false, trouble: null },
    ]);
    const { body } = await server.admin('GET', '/v1/admin/content/mehr-strom');
    expect(body).toMatchObject({
      version: 1,
      item: { url: url('/page?1'), language: 'de', image: { url: url('/bild.png'), alt: '' } },
      editorial: { state: 'draft', source: 'link' },
    });
    const visits = asked.length;
    const again = await add({ url: `${url('/page?1')}&utm_source=mail#top`, title: 'Anders' });
    expect([again.status, again.body]).toMatchObject([200, { item: made.body.item, known: true }]);
    expect(asked).toHaveLength(visits);
    const titled = await add({ url: url('/page?2'), title: '  Unser\tTitel ' });
    expect(titled.body.item.title).toBe('Unser Titel');
  });

  test('a link that cannot be read becomes a draft only where a title is given', async () => {
    const add = (body) => server.admin('POST', '/v1/admin/content-links', body);
    const gone = await add({ url: url('/gone') });
    expect([gone.status, gone.body]).toMatchObject([200, { item: null, trouble: { code: 'status' } }]);
    const titled = await add({ url: url('/gone'), title: 'Von gestern' });
    expect([titled.status, titled.body]).toMatchObject([
      201,
      { item: { title: 'Von gestern' }, trouble: { code: 'status' } },
    ]);
    expect((await add({ url: url('/bare') })).body).toMatchObject({
      item: null,
      trouble: { code: 'no-title' },
    });
    const inside = await add({ url: 'http://127.0.0.9:1/' });
    expect(inside.body).toMatchObject({ item: null, trouble: { code: 'inside' } });
    for (const wrong of [
      {},
      { url: '' },
      { url: 'javascript:alert(1)', title: 'x' },
      { url: url('/x'), more: 1 },
    ])
      expect((await add(wrong)).status, JSON.stringify(wrong)).toBe(422);
    expect((await add({ url: url('/page?3'), title: 'x'.repeat(1001) })).status).toBe(422);
  });

  test('a few addresses are looked at, while the rest of the server answers', async () => {
    const look = () => server.admin('POST', '/v1/admin/feed-check', { url: url('/drip') });
    const looks = [look(), look(), look()];
    await expect.poll(() => asked.filter((path) => path === '/drip').length).toBe(looks.length);
    const another = await look();
    expect(another.status).toBe(429);
    expect(Number(another.headers.get('retry-after'))).toBeGreaterThan(0);
    outside.closeAllConnections();
    for (const { body } of await Promise.all(looks)) expect(body.trouble.code).toBe('broken');
    expect(
      (await server.admin('POST', '/v1/admin/feed-check', { url: url('/page') })).body.trouble.code,
    ).toBe('html');
  });

  test('two servers on one database visit each feed once', async () => {
    const { database: shared, data } = server;
    const other = await serve([
      ...['--database', shared, '--data', data, '--listen', '127.0.0.1:0'],
      ...reach,
    ]);
    const paths = Array.from({ length: 12 }, (_, n) => `/shared-${n}`);
    const ids = [];
    for (const path of paths) ids.push(await add(path));
    for (const id of ids)
      await expect.poll(async () => (await feed(id)).fetchedAt, { timeout: 60_000 }).not.toBeNull();
    expect(asked.filter((path) => path.startsWith('/shared')).sort()).toEqual(paths.sort());
    await other.stop();
  });

  test('the server ends although a feed does not', async () => {
    await add('/drip');
    await expect.poll(() => outside._connections, { timeout: 10_000 }).toBeGreaterThan(0);
    await server.halt();
  });
});

afterAll(stopCluster);
