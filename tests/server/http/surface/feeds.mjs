import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANY, change, converse } from '../conversation.mjs';

const FEEDS = '/v1/admin/feeds';
/** Loopback as well, but not the address that the server may reach. */
const INSIDE = '127.0.0.9';

export function feeds(server) {
  // Runs inside, where nobody opened a way: every visit is refused, and the stand-in never asked.
  let inside;
  let asked = 0;
  beforeAll(async () => {
    inside = createServer((_, response) => {
      asked += 1;
      response.end('secret');
    });
    await new Promise((resolve) => inside.listen(0, INSIDE, resolve));
  });
  afterAll(() => {
    expect(asked).toBe(0);
    inside.close();
  });
  const url = (path) => `http://${INSIDE}:${inside.address().port}${path}`;
  const settings = (changes = {}) => ({
    url: url('/feed.xml'),
    title: 'News',
    language: 'de',
    topics: ['results'],
    minutes: 30,
    enabled: true,
    owner: 'Anna',
    ...changes,
  });

  test('adds, lists, changes, reads now and removes a feed', async () => {
    const { admin } = converse(server());
    const added = await admin('POST', FEEDS, settings());
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ ...settings(), id: INSIDE, proposed: 0 });
    const path = `${FEEDS}/${added.body.id}`;

    expect((await admin('POST', FEEDS, settings())).status).toBe(409);
    await expect
      .poll(async () => (await admin('GET', path)).body.trouble, { timeout: 10_000 })
      .toMatchObject({ code: 'inside', detail: INSIDE });
    expect((await admin('GET', FEEDS)).body.feeds).toHaveLength(1);

    const { version } = added.body;
    const changed = await admin('PUT', path, settings({ title: 'Other', enabled: false }), change(version));
    expect(changed.body).toMatchObject({ title: 'Other', enabled: false, dueAt: null, version: version + 1 });
    expect(changed.headers.get('etag')).toBe(`"${version + 1}"`);
    expect((await admin('PUT', path, settings(), change(version))).status).toBe(412);
    expect((await admin('PUT', path, settings())).status).toBe(428);
    expect((await admin('DELETE', path)).status).toBe(428);
    expect((await admin('POST', `${path}/fetch`)).status).toBe(202);
    expect((await admin('DELETE', path, undefined, change(version))).status).toBe(412);
    expect((await admin('DELETE', path, undefined, change(version + 1))).status).toBe(204);
    for (const [method, at, body] of [
      ['GET', path],
      ['PUT', path, settings()],
      ['POST', `${path}/fetch`],
      ['DELETE', path],
    ])
      expect((await admin(method, at, body, ANY)).status).toBe(404);
  });

  test('refuses settings that cannot be', async () => {
    const { admin, anyone } = converse(server());
    for (const wrong of [
      { url: 'ftp://acme.example/' },
      { minutes: 1 },
      { title: '' },
      { enabled: 'yes' },
      { topics: ['Ü'] },
      { more: 1 },
    ])
      expect((await admin('POST', FEEDS, settings(wrong))).status).toBe(422);
    expect((await anyone('GET', FEEDS)).status).toBe(401);
  });

  test('looks at feeds and pages without reaching inside', async () => {
    const { admin } = converse(server());
    const checked = await admin('POST', '/v1/admin/feed-check', { url: url('/') });
    expect(checked.body).toMatchObject({ entries: 0, trouble: { code: 'inside' } });
    const page = await admin('POST', '/v1/admin/link-preview', { url: url('/') });
    expect(page.body).toMatchObject({ page: null, trouble: { code: 'inside' } });
    const link = await admin('POST', '/v1/admin/content-links', { url: url('/') });
    expect(link.body).toMatchObject({ item: null, known: false, trouble: { code: 'inside' } });
    const none = await admin('POST', '/v1/admin/link-preview', { url: 'acme' });
    expect(none.body.trouble.code).toBe('address');
    expect((await admin('POST', '/v1/admin/link-preview', {})).status).toBe(422);
  });
}
