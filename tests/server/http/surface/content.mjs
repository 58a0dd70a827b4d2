import { expect, test } from 'vitest';
import { ANY, CREATE, change, contentItem, converse } from '../conversation.mjs';

const path = '/v1/admin/content/annual-report-2026';

export function content(server) {
  test('keeps topics with their labels', async () => {
    const { admin } = converse(server());
    const topics = { results: { de: 'Zahlen', en: 'Results' }, people: { de: 'Menschen', en: 'People' } };
    const fresh = await admin('GET', '/v1/admin/topics');
    const own = { 'if-match': fresh.headers.get('etag') };
    expect((await admin('PUT', '/v1/admin/topics', topics, own)).body).toEqual(topics);
    expect((await admin('PUT', '/v1/admin/topics', topics, own)).status).toBe(412);
    expect((await admin('PUT', '/v1/admin/topics', topics, ANY)).status).toBe(200);
    expect((await admin('PUT', '/v1/admin/topics', topics)).status).toBe(428);
    expect((await admin('GET', '/v1/admin/topics')).body).toEqual(topics);
    expect((await admin('PUT', '/v1/admin/topics', { 'Not A Slug': { de: 'x' } }, ANY)).status).toBe(422);
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
    expect((await admin('DELETE', path)).status).toBe(428);
    expect((await admin('DELETE', path, undefined, change(1))).status).toBe(412);
    expect((await admin('DELETE', path, undefined, change(2))).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
    expect((await admin('DELETE', path, undefined, ANY)).status).toBe(404);
  });

  test('keeps drafts back, decides, and knows the same page again', async () => {
    const { admin } = converse(server());
    const draft = contentItem('draft-of-it', { url: 'https://acme.example/draft?b=1&a=2' });
    const created = await admin('PUT', '/v1/admin/content/draft-of-it?state=draft', draft, CREATE);
    expect(created.body).toMatchObject({ editorial: { state: 'draft', source: '' }, duplicates: [] });
    const pending = async () =>
      (await admin('GET', '/v1/admin/publications/pending?channel=pilot')).body.changes.map(({ id }) => id);
    expect(await pending()).not.toContain('draft-of-it');

    const decision = '/v1/admin/content/draft-of-it/decision';
    expect((await admin('POST', decision, { decision: 'burn' }, ANY)).status).toBe(422);
    expect((await admin('POST', decision, { decision: 'approve' })).status).toBe(428);
    expect((await admin('POST', decision, { decision: 'approve' }, change(9))).status).toBe(412);
    const approved = await admin('POST', decision, { decision: 'approve' }, change(1));
    expect(approved.body).toMatchObject({ version: 2, editorial: { state: 'approved' } });
    expect(await pending()).toContain('draft-of-it');
    expect((await admin('POST', decision, { decision: 'approve' }, ANY)).status).toBe(422);
    const none = '/v1/admin/content/none/decision';
    expect((await admin('POST', none, { decision: 'approve' }, ANY)).status).toBe(404);

    const copy = contentItem('copy-of-it', { url: 'http://ACME.example/draft/?a=2&b=1&utm_source=x' });
    const second = await admin('PUT', '/v1/admin/content/copy-of-it', copy, CREATE);
    expect(second.body.duplicates).toEqual([{ id: 'draft-of-it', title: draft.title }]);
    const address = encodeURIComponent('https://acme.example/draft?a=2&b=1#top');
    const same = await admin('GET', `/v1/admin/content?address=${address}&language=de&network=x`);
    expect(same.body.items.map(({ item }) => item.id).sort()).toEqual(['copy-of-it', 'draft-of-it']);
    expect((await admin('GET', '/v1/admin/content?state=lost')).status).toBe(422);
    expect((await admin('PUT', '/v1/admin/content/x?state=proposed', draft, CREATE)).status).toBe(422);
  });

  test('changes many items, each for itself', async () => {
    const { admin } = converse(server());
    const items = [
      { id: 'draft-of-it', version: 2 },
      { id: 'copy-of-it', version: 9 },
      { id: 'nowhere', version: 1 },
    ];
    const edit = { topics: { add: ['results'] }, priority: 4, until: null };
    const changed = await admin('POST', '/v1/admin/content', { items, edit });
    expect(changed.body.items.map(({ id, version, problem }) => [id, version, problem?.status])).toEqual([
      ['draft-of-it', 3, undefined],
      ['copy-of-it', undefined, 412],
      ['nowhere', undefined, 404],
    ]);
    const change = async ({ id, version }, edit) =>
      (await admin('POST', '/v1/admin/content', { items: [{ id, version, edit }] })).body.items[0];
    const [{ undo }] = changed.body.items;
    const back = await change(changed.body.items[0], undo);
    expect(back.undo).toMatchObject({ priority: 4, until: null });
    expect((await change(back, back.undo)).undo).toEqual(undo);
    const unseen = { items: [{ id: 'draft-of-it' }], decision: 'archive' };
    expect((await admin('POST', '/v1/admin/content', unseen)).body.pointer).toBe('/items/0/version');
    const both = [
      { id: 'draft-of-it', version: 5 },
      { id: 'copy-of-it', version: 1 },
    ];
    await admin('POST', '/v1/admin/content', { items: both, decision: 'archive' });
    const archived = await admin('GET', '/v1/admin/content?state=archived&topic=results');
    expect(archived.body.items.map(({ item }) => item.id)).toEqual(['draft-of-it']);
    expect((await admin('POST', '/v1/admin/content', { items: [] })).status).toBe(422);
    const twice = { items: ['a', 'b', 'a'].map((id) => ({ id, version: 1 })), decision: 'archive' };
    expect((await admin('POST', '/v1/admin/content', twice)).body.problems).toEqual([
      { pointer: '/items/2/id', message: 'is the id of /items/0 already' },
    ]);
    expect((await admin('POST', '/v1/admin/content', { items, edit: { title: 'x' } })).status).toBe(422);
  });

  test('gives many an audience, networks and a beginning, and takes a decision back', async () => {
    const { admin } = converse(server());
    const post = async (body) => (await admin('POST', '/v1/admin/content', body)).body.items;
    const { body: made } = await admin(
      'PUT',
      '/v1/admin/content/bulk-a?state=draft',
      contentItem('bulk-a'),
      CREATE,
    );
    const edit = {
      audience: { roles: ['spokesperson'], groups: ['sales'] },
      networks: ['linkedin'],
      from: '2027-01-01T08:00:00+01:00',
    };
    const [edited] = await post({ items: [{ id: 'bulk-a', version: 1 }], edit });
    expect((await admin('GET', '/v1/admin/content/bulk-a')).body.item).toMatchObject(edit);
    expect(edited.undo).toEqual({ audience: null, networks: null, from: null });
    const [approved] = await post({ items: [{ id: 'bulk-a', version: 2 }], decision: 'approve' });
    expect(approved.undo).toEqual({ editorial: { state: 'draft', note: '' } });
    const edits = { ...edited.undo, ...approved.undo };
    await post({ items: [{ id: 'bulk-a', version: 3, edit: edits }] });
    const { body: back } = await admin('GET', '/v1/admin/content/bulk-a');
    expect(back).toMatchObject({ item: made.item, version: 4, editorial: { state: 'draft' } });
    expect(back.item).toEqual(made.item);
    const wrong = await admin('POST', '/v1/admin/content', {
      items: [{ id: 'bulk-a', version: 4 }],
      edit: { editorial: { state: 'approved' } },
    });
    expect(wrong.status).toBe(422);
    expect((await admin('DELETE', '/v1/admin/content/bulk-a', undefined, ANY)).status).toBe(204);
  });

  test('names what matches', async () => {
    const { admin } = converse(server());
    const names = async (query) => (await admin('GET', `/v1/admin/content-references?${query}`)).body.items;
    expect(await names('state=archived')).toEqual([
      { id: 'copy-of-it', title: expect.any(String), version: expect.any(Number), state: 'archived' },
      { id: 'draft-of-it', title: expect.any(String), version: expect.any(Number), state: 'archived' },
    ]);
    expect((await names('state=archived&topic=results')).map(({ id }) => id)).toEqual(['draft-of-it']);
    expect((await admin('GET', '/v1/admin/content-references?state=lost')).status).toBe(422);
  });

  test('lists page by page', async () => {
    const { admin } = converse(server());
    const all = (await admin('GET', '/v1/admin/content')).body;
    expect(all.nextCursor).toBeUndefined();
    expect(all.items.length).toBeGreaterThan(1);
    const found = [];
    let cursor = '';
    do {
      const query = new URLSearchParams({ limit: '1', ...(cursor && { cursor }) });
      const { status, body } = await admin('GET', `/v1/admin/content?${query}`);
      expect(status).toBe(200);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    expect(found).toEqual(all.items);
    const sorted = (await admin('GET', '/v1/admin/content?sort=-title&limit=1&state=current')).body;
    expect(sorted).toMatchObject({ total: all.total, languages: all.languages });
    expect(sorted.matching).toBeLessThan(all.matching);
    for (const query of ['limit=0', 'limit=1001', 'limit=many', 'limit=2&cursor=page-2', 'sort=size'])
      expect((await admin('GET', `/v1/admin/content?${query}`)).status, query).toBe(422);
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
