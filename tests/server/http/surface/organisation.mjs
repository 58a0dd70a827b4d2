import { expect, test } from 'vitest';
import { ANY, change, converse } from '../conversation.mjs';

export const ACME = {
  id: 'acme',
  title: 'ACME AG',
  publicUrl: 'https://herold.acme.example',
  roles: [{ id: 'spokesperson', label: { de: 'Sprecherin', en: 'Spokesperson' } }],
  groups: [{ id: 'sales', label: { de: 'Vertrieb', en: 'Sales' } }],
  channels: ['pilot', 'everyone'],
  settings: { pageMode: 'offered', k: 10 },
};

export function organisation(server) {
  test('has an organisation to start from, and keeps what is entered', async () => {
    const { admin } = converse(server());
    const { headers } = await admin('GET', '/v1/admin/organisation');
    const own = { 'if-match': headers.get('etag') };
    expect((await admin('PUT', '/v1/admin/organisation', ACME)).status).toBe(428);
    expect((await admin('PUT', '/v1/admin/organisation', ACME, own)).body).toEqual(ACME);
    expect((await admin('GET', '/v1/admin/organisation')).body).toEqual(ACME);
    expect((await admin('PUT', '/v1/admin/organisation', ACME, own)).status).toBe(412);
    expect((await admin('PUT', '/v1/admin/organisation', ACME, change(99))).status).toBe(412);
  });

  test('refuses a threshold below five people and an unknown page mode', async () => {
    const { admin } = converse(server());
    for (const settings of [
      { pageMode: 'offered', k: 4 },
      { pageMode: 'forced', k: 10 },
    ])
      expect((await admin('PUT', '/v1/admin/organisation', { ...ACME, settings }, ANY)).status).toBe(422);
    expect((await admin('GET', '/v1/admin/organisation')).body).toEqual(ACME);
  });

  test('refuses an organisation whose address is no server’s; until it is known it is empty', async () => {
    const { admin } = converse(server());
    const { publicUrl: _, ...without } = ACME;
    const addresses = [null, 7, 'acme.example', 'https://acme.example/herold', 'https://acme.example/#x'];
    for (const wrong of [without, ...addresses.map((publicUrl) => ({ ...ACME, publicUrl }))])
      expect((await admin('PUT', '/v1/admin/organisation', wrong, ANY)).status).toBe(422);
    expect((await admin('GET', '/v1/admin/organisation')).body).toEqual(ACME);
  });

  test('counts devices, tells what is stored, and shows the start page', async () => {
    const { admin } = converse(server());
    const { body: people } = await admin('GET', '/v1/admin/people');
    expect(people.channels.map(({ channel }) => channel)).toEqual(ACME.channels);
    expect((await admin('GET', '/v1/admin/overview')).body.organisation).toEqual({
      id: 'acme',
      title: 'ACME AG',
    });
    const { body: inventory } = await admin('GET', '/v1/admin/inventory');
    expect(inventory.stored.length).toBeGreaterThan(3);
  });

  test('says when short links are on and nobody has said where people reach the server', async () => {
    const { admin } = converse(server());
    const lacks = async (publicUrl, shortLinks) => {
      const settings = { ...ACME.settings, shortLinks };
      await admin('PUT', '/v1/admin/organisation', { ...ACME, publicUrl, settings }, ANY);
      return (await admin('GET', '/v1/admin/overview')).body.shortLinksLackAddress;
    };
    expect(await lacks('', true)).toBe(true);
    expect(await lacks('', false)).toBe(false);
    expect(await lacks(ACME.publicUrl, true)).toBe(false);
    await admin('PUT', '/v1/admin/organisation', ACME, ANY);
  });

  test('logs what administrators did, newest first, page by page', async () => {
    const { admin } = converse(server());
    const { body: newest } = await admin('GET', '/v1/admin/audit?limit=1');
    expect(newest.entries).toHaveLength(1);
    const { id } = newest.entries[0];
    const { body: next } = await admin('GET', `/v1/admin/audit?limit=1&before=${id}`);
    expect(next.entries.map((entry) => entry.id)).toEqual([id - 1]);
    for (const query of ['limit=0', 'limit=1001', 'limit=many', 'before=-1'])
      expect((await admin('GET', `/v1/admin/audit?${query}`)).status).toBe(422);
  });

  test('finds in the log what somebody did to something, at some time', async () => {
    const { admin } = converse(server());
    const found = async (query) =>
      (await admin('GET', `/v1/admin/audit?${new URLSearchParams(query)}`)).body.entries;
    const { actors } = (await admin('GET', '/v1/admin/audit-actors')).body;
    const [all] = [await found({ limit: 1000 })];
    expect(actors).toEqual([...new Set(all.map(({ actor }) => actor))].sort());
    const saved = await found({ action: 'organisation.save' });
    expect(saved.length).toBeGreaterThan(1);
    expect(new Set(saved.map(({ action }) => action))).toEqual(new Set(['organisation.save']));
    for (const action of ['organisation', 'Organisation', 'ORGANISATION.save'])
      expect(await found({ action }), action).toEqual(saved);
    expect(await found({ action: 'organisation', actor: 'nobody@acme.example' })).toEqual([]);
    expect(await found({ action: 'organisation', actor: saved[0].actor })).toEqual(saved);
    const last = Math.max(...all.map(({ at }) => Date.parse(at)));
    const after = new Date(last + 1000).toISOString();
    expect(await found({ from: after })).toEqual([]);
    expect(await found({ until: after, limit: 1000 })).toHaveLength(all.length);
    expect(await found({ subject: "' OR 1=1 --" })).toEqual([]);
    for (const query of ['from=gestern', 'until=2026', `action=${'x'.repeat(255)}`])
      expect((await admin('GET', `/v1/admin/audit?${query}`)).status, query).toBe(422);
  });
}
