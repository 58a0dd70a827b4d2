import { expect, test } from 'vitest';
import { CREATE, change, contentItem, converse } from '../conversation.mjs';

const path = '/v1/admin/content/annual-report-2026';

export function content(server) {
  test('keeps topics with their labels', async () => {
    const { admin } = converse(server());
    const topics = { results: { de: 'Zahlen', en: 'Results' }, people: { de: 'Menschen', en: 'People' } };
    expect((await admin('PUT', '/v1/admin/topics', topics)).body).toEqual(topics);
    expect((await admin('GET', '/v1/admin/topics')).body).toEqual(topics);
    expect((await admin('PUT', '/v1/admin/topics', { 'Not A Slug': { de: 'x' } })).status).toBe(422);
    expect((await admin('PUT', '/v1/admin/topics', topics, { 'if-match': '"99"' })).status).toBe(412);
  });

  test('creates, finds, changes and removes an item', async () => {
    const { admin } = converse(server());
    const item = contentItem('annual-report-2026', { topics: ['results'] });
    const created = await admin('PUT', path, item, CREATE);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ item, version: 1, state: 'new' });

    const ids = async (query) =>
      (await admin('GET', `/v1/admin/content?${query}`)).body.items.map(({ item }) => item.id);
    expect(await ids('topic=results')).toEqual(['annual-report-2026']);
    expect(await ids('topic=people')).toEqual([]);
    expect(await ids('query=gesch%C3%A4ftsbericht')).toEqual(['annual-report-2026']);

    const changed = await admin('PUT', path, { ...item, title: 'Annual report' }, change(1));
    expect(changed.body).toMatchObject({ version: 2, item: { title: 'Annual report' } });
    expect((await admin('GET', path)).body).toEqual(changed.body);
    expect((await admin('PUT', path, item, change(1))).status).toBe(412);
    expect((await admin('PUT', path, item)).status).toBe(428);
    expect((await admin('DELETE', path)).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
    expect((await admin('DELETE', path)).status).toBe(404);
  });

  test('refuses links that are no web page, and fields of the wrong type', async () => {
    const { admin } = converse(server());
    const put = (changes) => admin('PUT', '/v1/admin/content/x', contentItem('x', changes), CREATE);
    expect((await put({ url: 'javascript:alert(1)' })).status).toBe(422);
    expect((await put({ captions: 'text' })).status).toBe(422);
    expect((await put({ id: 'y' })).status).toBe(422);
    expect((await admin('GET', `/v1/admin/content?query=${'x'.repeat(201)}`)).status).toBe(422);
  });
}
