import { expect, test } from 'vitest';
import { ADMINISTRATOR, createAdministrator, runHerold } from '../../harness.mjs';
import { converse } from '../conversation.mjs';

const { email, name, password } = ADMINISTRATOR;
const PATH = '/v1/admin/administrators';

export function administrators(server) {
  test('lists who may sign in, and removes who has left, but never the last one', async () => {
    const { anyone, admin } = converse(server());
    const dora = { email: 'dora+it@acme.example', name: 'Dora Muster', password };
    await createAdministrator(server().database, server().data, dora);
    const time = expect.stringMatching(/^20\d\d-.*Z$/);
    const listed = async () => (await admin('GET', PATH)).body.administrators;
    const anna = { email, name, createdAt: time };
    expect(await listed()).toEqual([anna, { email: dora.email, name: dora.name, createdAt: time }]);

    const signedIn = await anyone('POST', '/v1/admin/session', { email: dora.email, password });
    const hers = { cookie: signedIn.headers.getSetCookie()[0].split(';')[0] };
    const removal = `${PATH}/${encodeURIComponent(dora.email)}`;
    expect((await admin('DELETE', removal)).status).toBe(204);
    expect((await anyone('GET', '/v1/admin/session', undefined, hers)).status).toBe(401);
    expect((await admin('DELETE', removal)).status).toBe(404);
    expect(await listed()).toEqual([anna]);
    const { body } = await admin('GET', '/v1/admin/audit?limit=1');
    expect(body.entries[0]).toMatchObject({
      actor: email,
      action: 'administrator.remove',
      subject: dora.email,
    });

    const last = await admin('DELETE', `${PATH}/${encodeURIComponent(email)}`);
    expect(last.status).toBe(409);
    expect(last.body.detail).toContain('only administrator');
    expect((await admin('GET', '/v1/admin/session')).body.email).toBe(email);
  });

  test('and so does the command line', async () => {
    const options = ['--database', server().database, '--data', server().data];
    const admin = (...args) => runHerold(['admin', ...args, ...options]);
    const emil = { email: 'emil@acme.example', name: 'Emil Muster', password };
    await createAdministrator(server().database, server().data, emil);
    expect((await admin('list')).stdout).toMatch(
      /^anna@.*\tAnna Keller\t20.*Z\nemil@.*\tEmil Muster\t20.*Z\n$/,
    );
    expect(await admin('remove', '--email', emil.email)).toMatchObject({ status: 0, stderr: '' });
    expect((await admin('list')).stdout).not.toContain(emil.email);
    const last = await admin('remove', '--email', email);
    expect(last.status).toBe(2);
    expect(last.stderr).toContain('only administrator');
  });
}
