import { expect, test } from 'vitest';
import { ANY, converse } from '../conversation.mjs';

const page = (changes = {}) => ({
  url: 'https://news.example/apprentices',
  title: 'Our apprentices',
  note: 'Good pictures',
  ...changes,
});

export function proposals(server) {
  test('takes a page from a device and tells it what became of it', async () => {
    const { admin, device, enrol } = converse(server());
    const me = device((await enrol()).token);
    const proposed = await me('POST', '/v1/proposals', page());
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({ state: 'proposed', note: null });
    const outcome = async () => (await me('GET', `/v1/proposals/${proposed.body.id}`)).body;
    expect(await outcome()).toEqual(proposed.body);

    expect((await admin('GET', '/v1/admin/overview')).body.proposals).toBe(1);
    const waiting = (await admin('GET', '/v1/admin/content?state=proposed')).body.items;
    expect(waiting.map(({ item, editorial }) => [item.url, editorial.source, editorial.remark])).toEqual([
      ['https://news.example/apprentices', 'employee', 'Good pictures'],
    ]);
    const decision = `/v1/admin/content/${waiting[0].item.id}/decision`;
    expect((await admin('POST', decision, { decision: 'decline' }, ANY)).status).toBe(422);
    await admin('POST', decision, { decision: 'decline', note: 'Shared last week.' }, ANY);
    expect(await outcome()).toMatchObject({ state: 'declined', note: 'Shared last week.' });
    await admin('POST', decision, { decision: 'approve' }, ANY);
    expect(await outcome()).toMatchObject({ state: 'approved', note: null });
    expect(
      (await me('POST', '/v1/proposals', page({ url: 'http://NEWS.example/apprentices/' }))).body,
    ).toMatchObject({
      state: 'approved',
    });
  });

  test('takes nothing but web pages, and nothing of a person', async () => {
    const { anyone, device, enrol } = converse(server());
    const me = device((await enrol()).token);
    expect((await anyone('POST', '/v1/proposals', page())).status).toBe(401);
    expect((await anyone('GET', '/v1/proposals/AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(401);
    for (const wrong of [
      { url: 'chrome://settings' },
      { url: 'file:///etc/passwd' },
      { title: '' },
      { note: 'x'.repeat(1001) },
      { person: 'Anna' },
    ])
      expect((await me('POST', '/v1/proposals', page(wrong))).status, JSON.stringify(wrong)).toBe(422);
    for (const id of ['AAAAAAAAAAAAAAAAAAAAAA', 'x'])
      expect((await me('GET', `/v1/proposals/${id}`)).status, id).toBe(404);
  });

  test('slows down a device that proposes without end', async () => {
    const { device, enrol } = converse(server());
    const me = device((await enrol()).token);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await me('POST', '/v1/proposals', page())).status);
    expect(statuses.slice(0, 10).every((status) => status === 201)).toBe(true);
    expect(statuses[10]).toBe(429);
  });
}
