import { expect, test } from 'vitest';
import { ANY, CREATE, change, converse, guideline } from '../conversation.mjs';

export function packs(server) {
  test('keeps the head of the working pack', async () => {
    const { admin } = converse(server());
    const head = {
      id: 'acme',
      title: { de: 'Leitplanken der ACME', en: 'ACME guidelines' },
      defaultLanguage: 'de',
    };
    const fresh = await admin('GET', '/v1/admin/pack');
    const own = { 'if-match': fresh.headers.get('etag') };
    expect((await admin('PUT', '/v1/admin/pack', head)).status).toBe(428);
    expect((await admin('PUT', '/v1/admin/pack', head, own)).body).toEqual(head);
    expect((await admin('GET', '/v1/admin/pack')).body).toEqual(head);
    expect((await admin('PUT', '/v1/admin/pack', head, own)).status).toBe(412);
    expect((await admin('PUT', '/v1/admin/pack', { ...head, id: 'NOT OK' }, ANY)).status).toBe(422);
  });

  test('exports the working pack and takes it back unchanged', async () => {
    const { admin } = converse(server());
    const { body: pack } = await admin('GET', '/v1/admin/pack/document');
    expect(pack).toMatchObject({ schema: 1, id: 'acme' });
    const more = {
      ...pack,
      guidelines: [...pack.guidelines, guideline('brand.acme', { terms: ['Akme'], examples: {} })],
    };
    const put = (document_, headers) => admin('PUT', '/v1/admin/pack/document', document_, headers);
    expect((await put(more, ANY)).body).toEqual({ added: 1, changed: 0, removed: 0 });
    expect((await put(pack, ANY)).body).toEqual({ added: 0, changed: 0, removed: 1 });
    const broken = { ...pack, guidelines: [guideline('x', { kind: 'no-such-kind' })] };
    expect((await put(broken, ANY)).status).toBe(422);
    expect((await admin('GET', '/v1/admin/pack/document')).body).toEqual(pack);
  });

  test('replaces no working pack that somebody changed since it was exported', async () => {
    const { admin } = converse(server());
    const exported = await admin('GET', '/v1/admin/pack/document');
    const seen = { 'if-match': exported.headers.get('etag') };
    const put = (headers) => admin('PUT', '/v1/admin/pack/document', exported.body, headers);
    expect((await put()).status).toBe(428);
    const path = '/v1/admin/guidelines/brand.theirs';
    expect((await admin('PUT', path, guideline('brand.theirs'), CREATE)).status).toBe(201);
    expect((await put(seen)).status).toBe(412);
    const { version } = (await admin('GET', path)).body;
    expect((await admin('DELETE', path, undefined, change(version))).status).toBe(204);
    expect((await put(seen)).status).toBe(412);
    const again = await admin('GET', '/v1/admin/pack/document');
    expect((await put({ 'if-match': again.headers.get('etag') })).status).toBe(200);
  });

  test('runs the examples of the working pack and of one that is sent', async () => {
    const { admin } = converse(server());
    expect((await admin('POST', '/v1/admin/pack/test')).body).toMatchObject({ passed: true, failures: [] });
    const wrong = guideline('a', { examples: { violates: ['Nothing to see here.'] } });
    const sent = await admin('POST', '/v1/admin/pack/test', {
      schema: 1,
      id: 'p',
      defaultLanguage: 'de',
      guidelines: [wrong],
    });
    expect(sent.body.passed).toBe(false);
    expect(sent.body.failures).toEqual([
      {
        pointer: '/guidelines/0/examples/violates/0',
        guideline: 'a',
        text: 'Nothing to see here.',
        expected: 'violates',
      },
    ]);
  });

  test('copies guidelines of a default pack once', async () => {
    const { admin } = converse(server());
    const { body: list } = await admin('GET', '/v1/admin/packs');
    expect(list.packs.map(({ id, language }) => [id, language])).toEqual([
      ['de-ch', 'de-CH'],
      ['de', 'de'],
      ['en', 'en'],
      ['fr', 'fr'],
      ['it', 'it'],
    ]);
    const { body: pack } = await admin('GET', '/v1/admin/packs/de');
    const [first, second] = pack.guidelines.map(({ id }) => id);
    const once = await admin('POST', '/v1/admin/pack/copy', { pack: 'de', ids: [first] });
    expect(once.body).toEqual({ copied: [first], skipped: [] });
    const twice = await admin('POST', '/v1/admin/pack/copy', { pack: 'de', ids: [first, second] });
    expect(twice.body).toEqual({ copied: [second], skipped: [first] });
    expect((await admin('POST', '/v1/admin/pack/copy', { pack: 'nowhere' })).status).toBe(404);
    expect((await admin('GET', '/v1/admin/packs/nowhere')).status).toBe(404);
    expect((await admin('POST', '/v1/admin/pack/copy', { pack: 7 })).body.pointer).toBe('/pack');
  });
}
