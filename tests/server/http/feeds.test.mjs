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
      if (request.url === '/page') return response.end(PAGE);
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
