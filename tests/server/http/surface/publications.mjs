import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import PAGES from '../../../../extension/src/editor/pages.json' with { type: 'json' };
import { TufClient } from '../../../e2e/updates/tuf-client.mjs';
import { ANY, CREATE, change, contentItem, converse, guideline } from '../conversation.mjs';

const falke = '/v1/admin/guidelines/pub.falke';

export function publications(server) {
  test('publishes, and every state is one that tuf-js accepts', async () => {
    const { admin, enrol, device } = converse(server());
    await admin('PUT', falke, guideline('pub.falke'), CREATE);
    const { token, root } = await enrol({ channel: 'pilot' });
    const client = await TufClient.start({ server: server().url, token, rootText: root });

    const pending = await admin('GET', '/v1/admin/publications/pending?channel=pilot');
    expect(pending.body.changes).toContainEqual({ what: 'guideline', id: 'pub.falke', change: 'added' });
    const first = await admin('POST', '/v1/admin/publications', { channel: 'pilot', note: 'Falke' });
    expect(first.status).toBe(201);
    const bundle = await client.fetchBundle('pilot');
    expect(bundle).toMatchObject({ channel: 'pilot', organisation: 'acme', revision: first.body.revision });
    expect(bundle.pack.guidelines.map(({ id }) => id)).toContain('pub.falke');
    expect(JSON.stringify(bundle.pack)).not.toContain('examples');
    expect(bundle.pages).toEqual(PAGES);

    const { body: list } = await admin('GET', '/v1/admin/publications');
    expect(list.publications[0]).toMatchObject({
      revision: first.body.revision,
      channel: 'pilot',
      note: 'Falke',
    });
    await admin('DELETE', falke, undefined, ANY);
    const second = await admin('POST', '/v1/admin/publications', { channel: 'pilot' });
    expect(second.body.revision).toBe(first.body.revision + 1);
    expect(JSON.stringify(await client.fetchBundle('pilot'))).not.toContain('pub.falke');

    const back = await admin('POST', `/v1/admin/publications/${first.body.revision}/restore`, {
      channel: 'pilot',
    });
    expect(back.body.revision).toBe(second.body.revision + 1);
    const { revision } = back.body;
    const [newest, former] = (await admin('GET', '/v1/admin/publications')).body.publications;
    expect(newest).toMatchObject({ revision, restores: first.body.revision, note: '' });
    expect(former.restores).toBe(null);
    const { entries } = (await admin('GET', '/v1/admin/audit?limit=2')).body;
    expect(entries[0]).toMatchObject({
      subject: `${revision} on pilot`,
      publication: { revision, channel: 'pilot' },
    });
    const restored = await client.fetchBundle('pilot');
    expect(restored).toMatchObject({ revision: back.body.revision, pack: bundle.pack });
    await client.close();
    expect((await device(token)('GET', '/v1/me')).status).toBe(200);
  });

  test('takes an item back from every channel at once, and publishes nothing else', async () => {
    const { admin } = converse(server());
    const { body: organisation } = await admin('GET', '/v1/admin/organisation');
    const path = '/v1/admin/content/pub-wrong';
    const made = await admin('PUT', path, contentItem('pub-wrong'), CREATE);
    for (const channel of organisation.channels) await admin('POST', '/v1/admin/publications', { channel });
    await admin('PUT', '/v1/admin/guidelines/pub.waiting', guideline('pub.waiting'), CREATE);

    expect((await admin('POST', `${path}/withdrawal`)).status).toBe(428);
    expect((await admin('POST', `${path}/withdrawal`, undefined, change(made.body.version + 1))).status).toBe(
      412,
    );
    const { status, body } = await admin('POST', `${path}/withdrawal`, undefined, change(made.body.version));
    expect(status).toBe(200);
    expect(body.publications.map(({ channel }) => channel)).toEqual(organisation.channels);
    expect((await admin('GET', path)).body.editorial.state).toBe('archived');
    for (const channel of organisation.channels) {
      const pending = await admin('GET', `/v1/admin/publications/pending?channel=${channel}`);
      expect(pending.body.changes).toEqual([{ what: 'guideline', id: 'pub.waiting', change: 'added' }]);
    }
    const again = await admin('POST', `${path}/withdrawal`, undefined, ANY);
    expect(again.body.publications).toEqual([]);
    expect((await admin('POST', '/v1/admin/content/none/withdrawal', undefined, ANY)).status).toBe(404);
    await admin('DELETE', '/v1/admin/guidelines/pub.waiting', undefined, ANY);
  });

  test('takes an item back that was removed from the library, wherever a channel has it', async () => {
    const { admin } = converse(server());
    const path = '/v1/admin/content/pub-trial';
    const made = await admin('PUT', path, contentItem('pub-trial'), CREATE);
    expect(made.body.channels).toEqual([]);
    await admin('POST', '/v1/admin/publications', { channel: 'pilot' });
    expect((await admin('GET', path)).body).toMatchObject({ state: 'new', channels: ['pilot'] });
    await admin('DELETE', path, undefined, change(made.body.version));
    const listed = async () =>
      (await admin('GET', '/v1/admin/content')).body.items.find(({ item }) => item.id === 'pub-trial');
    const gone = await listed();
    expect(gone).toMatchObject({ state: 'removed', channels: ['pilot'], item: contentItem('pub-trial') });
    const { body } = await admin('POST', `${path}/withdrawal`, undefined, change(gone.version));
    expect(body.publications.map(({ channel }) => channel)).toEqual(['pilot']);
    expect(await listed()).toBeUndefined();
    const pending = await admin('GET', '/v1/admin/publications/pending?channel=pilot');
    expect(pending.body.changes.filter(({ id }) => id === 'pub-trial')).toEqual([]);
  });

  test('tells of what is changed how it is now, member by member', async () => {
    const { admin } = converse(server());
    const path = '/v1/admin/content/pub-changed';
    const item = contentItem('pub-changed', { summary: 'Kurz.', priority: 3 });
    await admin('PUT', path, item, CREATE);
    await admin('POST', '/v1/admin/publications', { channel: 'pilot' });
    const { summary: _, ...rest } = { ...item, title: 'Neu', image: undefined };
    await admin('PUT', path, { ...rest, audience: { groups: ['sales'], roles: [] } }, ANY);
    const found = async () => {
      const { body } = await admin('GET', '/v1/admin/publications/pending?channel=pilot');
      return body.changes.find(({ id }) => id === 'pub-changed');
    };
    expect(await found()).toMatchObject({
      before: item,
      now: { title: 'Neu', summary: null, audience: { groups: ['sales'], roles: [] } },
    });
    expect(Object.keys((await found()).now).sort()).toEqual(['audience', 'summary', 'title']);
    await admin('DELETE', path, undefined, ANY);
    expect((await found()).now).toBeUndefined();
    await admin('POST', '/v1/admin/publications', { channel: 'pilot' });
  });

  test('counts on the start page whatever the next publication would change', async () => {
    const { admin } = converse(server());
    const waiting = async () => (await admin('GET', '/v1/admin/overview')).body.unpublishedChanges;
    const { body: topics } = await admin('GET', '/v1/admin/topics');
    const { body: organisation } = await admin('GET', '/v1/admin/organisation');
    for (const channel of organisation.channels) await admin('POST', '/v1/admin/publications', { channel });
    expect(await waiting()).toBe(0);
    await admin('PUT', '/v1/admin/topics', { ...topics, waiting: { de: 'Wartend' } }, ANY);
    await admin('PUT', '/v1/admin/organisation', { ...organisation, title: 'ACME neu' }, ANY);
    expect(await waiting()).toBe(2);
    await admin('PUT', '/v1/admin/topics', topics, ANY);
    await admin('PUT', '/v1/admin/organisation', organisation, ANY);
    expect(await waiting()).toBe(0);
  });

  test('publishes nothing while an example fails, and names the text', async () => {
    const { admin } = converse(server());
    const before = (await admin('GET', '/v1/admin/publications')).body;
    const wrong = guideline('pub.wrong', { examples: { violates: ['Hier steht nichts davon.'] } });
    await admin('PUT', '/v1/admin/guidelines/pub.wrong', wrong, CREATE);
    const { status, body } = await admin('POST', '/v1/admin/publications', { channel: 'pilot' });
    expect(status).toBe(422);
    expect(body.problems).toEqual([expect.objectContaining({ guideline: 'pub.wrong' })]);
    expect(body.problems[0].message).toContain('Hier steht nichts davon.');
    expect((await admin('GET', '/v1/admin/publications')).body).toEqual(before);
    await admin('DELETE', '/v1/admin/guidelines/pub.wrong', undefined, ANY);
  });

  test('refuses channels and revisions that are not there', async () => {
    const { admin } = converse(server());
    expect((await admin('POST', '/v1/admin/publications', { channel: 'nowhere' })).status).toBe(422);
    expect((await admin('POST', '/v1/admin/publications', {})).body.status).toBe(422);
    expect((await admin('GET', '/v1/admin/publications/pending')).status).toBe(422);
    for (const revision of ['9999', 'x', '99999999999999999999'])
      expect(
        (await admin('POST', `/v1/admin/publications/${revision}/restore`, { channel: 'pilot' })).status,
      ).toBe(404);
  });

  test('serves metadata and bundles to devices alone, cacheable as their names allow', async () => {
    const { anyone, enrol, device } = converse(server());
    const me = device((await enrol({ channel: 'pilot' })).token);
    const timestamp = await me('GET', '/v1/updates/metadata/timestamp.json');
    expect(timestamp.headers.get('cache-control')).toBe('private, no-cache');
    const tag = timestamp.headers.get('etag');
    const same = await me('GET', '/v1/updates/metadata/timestamp.json', undefined, {
      'if-none-match': `"x", ${tag}`,
    });
    expect(same.status).toBe(304);
    expect(same.headers.get('etag')).toBe(tag);

    const version = (of, role) => of.body.signed.meta[`${role}.json`].version;
    const snapshot = await me('GET', `/v1/updates/metadata/${version(timestamp, 'snapshot')}.snapshot.json`);
    const targets = await me('GET', `/v1/updates/metadata/${version(snapshot, 'targets')}.targets.json`);
    const { sha256 } = targets.body.signed.targets['pilot.json'].hashes;
    const path = `/v1/updates/targets/${sha256}.pilot.json`;
    const bundle = await me('GET', path, undefined, { 'accept-encoding': 'identity' });
    expect(bundle.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');

    const tags = new Set();
    for (const coding of ['identity', 'gzip', 'br']) {
      const coded = await me('GET', path, undefined, { 'accept-encoding': coding });
      expect(coded.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding);
      expect(coded.body).toEqual(bundle.body);
      expect(coded.headers.get('vary')).toBe('Accept-Encoding');
      tags.add(coded.headers.get('etag'));
      expect(
        (
          await me('GET', path, undefined, {
            'accept-encoding': coding,
            'if-none-match': coded.headers.get('etag'),
          })
        ).status,
      ).toBe(304);
    }
    expect(tags.size).toBe(3);
    const raw = await fetch(server().url + path, {
      headers: { authorization: `Bearer ${(await enrol()).token}` },
    });
    expect(
      createHash('sha256')
        .update(await raw.text())
        .digest('hex'),
    ).toBe(sha256);

    expect((await anyone('GET', path)).status).toBe(401);
    expect((await anyone('GET', '/v1/updates/metadata/timestamp.json')).status).toBe(401);
    for (const missing of [
      'metadata/99.root.json',
      'metadata/nonsense.json',
      `targets/${'0'.repeat(64)}.pilot.json`,
    ])
      expect((await me('GET', `/v1/updates/${missing}`)).status).toBe(404);
  });
}
