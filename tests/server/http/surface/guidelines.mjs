import { expect, test } from 'vitest';
import { ANY, CREATE, change, converse, guideline } from '../conversation.mjs';

const path = '/v1/admin/guidelines/confidential.falke';

export function guidelines(server) {
  test('creates, lists, changes, removes and restores a guideline', async () => {
    const { admin } = converse(server());
    const created = await admin('PUT', path, guideline('confidential.falke'), CREATE);
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ version: 1, state: 'new' });
    expect(created.headers.get('etag')).toBe('"1"');

    const { body: listed } = await admin('GET', '/v1/admin/guidelines?query=falke');
    expect(listed.guidelines.map(({ id }) => id)).toEqual(['confidential.falke']);
    expect((await admin('GET', '/v1/admin/guidelines?query=nowhere')).body.guidelines).toEqual([]);

    const changed = await admin(
      'PUT',
      path,
      guideline('confidential.falke', { severity: 'warning' }),
      change(1),
    );
    expect(changed.body).toMatchObject({ version: 2, guideline: { severity: 'warning' } });
    expect((await admin('GET', path)).body).toEqual(changed.body);

    expect((await admin('POST', `${path}/restore`, undefined, CREATE)).status).toBe(412);
    expect((await admin('DELETE', path, undefined, change(2))).status).toBe(204);
    expect((await admin('GET', path)).status).toBe(404);
    const restored = await admin('POST', `${path}/restore`, undefined, CREATE);
    expect(restored.body.guideline).toEqual(changed.body.guideline);
  });

  test('never overwrites what someone else changed in the meantime', async () => {
    const { admin } = converse(server());
    const { body } = await admin('GET', path);
    const mine = guideline('confidential.falke', { severity: 'suggestion' });
    expect((await admin('PUT', path, mine, change(body.version + 1))).status).toBe(412);
    expect((await admin('PUT', path, mine, { 'if-match': '"nonsense"' })).status).toBe(412);
    expect((await admin('PUT', path, mine, { 'if-match': `W/"${body.version}"` })).status).toBe(412);
    const other = { ...mine, id: 'confidential.x' };
    const whatever = { 'if-match': '*' };
    expect((await admin('PUT', '/v1/admin/guidelines/confidential.x', other, whatever)).status).toBe(412);
    expect((await admin('PUT', path, mine, CREATE)).status).toBe(412);
    expect((await admin('PUT', path, mine)).status).toBe(428);
    expect((await admin('DELETE', path, undefined, change(body.version + 1))).status).toBe(412);
    expect((await admin('DELETE', path)).status).toBe(428);
    expect((await admin('POST', `${path}/restore`)).status).toBe(428);
    expect((await admin('POST', `${path}/restore`, undefined, change(body.version + 1))).status).toBe(412);
    expect((await admin('GET', path)).body).toEqual(body);
  });

  test('refuses a guideline that is broken, naming the value', async () => {
    const { admin } = converse(server());
    const broken = guideline('broken', { terms: undefined, patterns: ['(Falke'] });
    const { status, body } = await admin('PUT', '/v1/admin/guidelines/broken', broken, CREATE);
    expect(status).toBe(422);
    expect(body.problems).toEqual([expect.objectContaining({ pointer: '/patterns/0' })]);
    expect((await admin('GET', '/v1/admin/guidelines/broken')).status).toBe(404);
  });

  test('refuses a secret in patterns, another id than the path, and an id that is none', async () => {
    const { admin } = converse(server());
    const secret = guideline('s', { secret: true, patterns: ['falke'] });
    const refused = await admin('PUT', '/v1/admin/guidelines/s', secret, CREATE);
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('/patterns');
    expect((await admin('PUT', '/v1/admin/guidelines/other', guideline('one'), CREATE)).status).toBe(422);
    expect((await admin('PUT', '/v1/admin/guidelines/Not%20An%20Id', guideline('x'), CREATE)).status).toBe(
      422,
    );
    expect((await admin('POST', '/v1/admin/guidelines/never-there/restore', undefined, CREATE)).status).toBe(
      404,
    );
    expect((await admin('DELETE', '/v1/admin/guidelines/never-there', undefined, ANY)).status).toBe(404);
    expect((await admin('GET', `/v1/admin/guidelines?query=${'x'.repeat(201)}`)).status).toBe(422);
  });
}
