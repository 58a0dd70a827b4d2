import { expect, test } from 'vitest';
import { ADMINISTRATOR, createAdministrator } from '../../harness.mjs';
import { converse } from '../conversation.mjs';

const { email, name, password } = ADMINISTRATOR;

export function session(server) {
  test('signs in with a cookie that scripts and other sites cannot use, and out again', async () => {
    const { anyone } = converse(server());
    const signedIn = await anyone('POST', '/v1/admin/session', { email, password });
    expect(signedIn.body).toEqual({ email, name });
    const [cookie] = signedIn.headers.getSetCookie();
    expect(cookie).toMatch(/^herold_session=[\w-]{20,}; .*HttpOnly; SameSite=Strict/);
    expect(cookie).not.toContain('Secure');

    const mine = { cookie: cookie.split(';')[0] };
    expect((await anyone('GET', '/v1/admin/session', undefined, mine)).body).toEqual({ email, name });
    expect((await anyone('DELETE', '/v1/admin/session', undefined, mine)).status).toBe(204);
    expect((await anyone('GET', '/v1/admin/session', undefined, mine)).status).toBe(401);
  });

  test('ends all other sessions of the account', async () => {
    const { anyone, admin } = converse(server());
    const beat = { email: 'beat@acme.example', name: 'Beat Muster', password };
    await createAdministrator(server().database, server().data, beat);
    const signIn = async () => {
      const { headers } = await anyone('POST', '/v1/admin/session', { email: beat.email, password });
      return { cookie: headers.getSetCookie()[0].split(';')[0] };
    };
    const [here, there, elsewhere] = [await signIn(), await signIn(), await signIn()];
    const others = (headers) => anyone('DELETE', '/v1/admin/session/others', undefined, headers);
    expect((await others({ ...here, origin: 'https://evil.example' })).status).toBe(403);
    expect((await others(here)).status).toBe(204);
    for (const gone of [there, elsewhere])
      expect((await anyone('GET', '/v1/admin/session', undefined, gone)).status).toBe(401);
    expect((await others(there)).status).toBe(401);
    expect((await others(here)).status).toBe(204);
    expect((await anyone('GET', '/v1/admin/session', undefined, here)).status).toBe(200);
    expect((await admin('GET', '/v1/admin/session')).body.email).toBe(email); // of another account
  });

  test('says the same of a wrong password and an unknown address', async () => {
    const { anyone } = converse(server());
    const wrong = await anyone('POST', '/v1/admin/session', { email, password: 'wrong password' });
    const unknown = await anyone('POST', '/v1/admin/session', {
      email: 'nobody@acme.example',
      password: 'x',
    });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  test('refuses a sign-in that a page of another origin sends, and one without an origin', async () => {
    const { anyone } = converse(server());
    for (const origin of ['https://evil.example', ''])
      expect((await anyone('POST', '/v1/admin/session', { email, password }, { origin })).status).toBe(403);
    const origin = 'https://herold.acme.example';
    const { body } = await anyone('POST', '/v1/admin/session', { email, password }, { origin });
    // What an administrator needs who forgot a header in the proxy.
    expect(body.detail).toContain(`--public-url ${origin}`);
    expect(body.detail).toContain(new URL(server().url).host);
  });

  test('slows guessing down, and says how long to wait', async () => {
    const { anyone } = converse(server());
    // One account, however its address is written.
    const emails = ['guessed@acme.example', 'Guessed@acme.example', 'GUESSED@ACME.example'];
    let answer;
    for (let i = 0; i < 6; ++i)
      answer = await anyone('POST', '/v1/admin/session', { email: emails[i % 3], password: 'guess' });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('needs a session for every path of the administration, and the origin for every write', async () => {
    const { anyone, admin } = converse(server());
    expect((await anyone('GET', '/v1/admin/overview')).status).toBe(401);
    expect((await anyone('PUT', '/v1/admin/topics', {})).status).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect((await admin('PUT', '/v1/admin/topics', {}, foreign)).status).toBe(403);
    expect((await admin('DELETE', '/v1/admin/session', undefined, foreign)).status).toBe(403);
  });
}
