import { expect, test } from 'vitest';
import { ANY, converse } from '../conversation.mjs';
import { ACME } from './organisation.mjs';

const RETURN = 'https://herold.acme.example/linkedin/return';
const SECRET = '/v1/admin/linkedin/secret';
const TOKEN = '/v1/linkedin/token';

/** `api` is the stand-in that the server was started with. */
export const linkedin = (api) => (server) => {
  test('keeps a client secret that it never tells', async () => {
    const { admin } = converse(server());
    expect((await admin('GET', SECRET)).body).toEqual({ stored: false, changedAt: null });
    const put = await admin('PUT', SECRET, { secret: api().client.secret });
    expect(put.body).toEqual({ stored: true, changedAt: expect.any(String) });
    expect(JSON.stringify((await admin('GET', SECRET)).body)).not.toContain('WPL');
    for (const wrong of [
      {},
      { secret: '' },
      { secret: 7 },
      { secret: 'a'.repeat(513) },
      { secret: 'a', more: 1 },
    ])
      expect((await admin('PUT', SECRET, wrong)).status, JSON.stringify(wrong)).toBe(422);
  });

  test('exchanges codes only while the organisation has switched the connector on', async () => {
    const { admin, anyone, device } = converse(server());
    const { token } = await server().enrol();
    const off = await device(token)('POST', TOKEN, { code: api().code(RETURN), redirectUri: RETURN });
    expect(off.status).toBe(404);
    expect((await anyone('POST', TOKEN, { code: 'x', redirectUri: RETURN })).status).toBe(401);
    const settings = { ...ACME.settings, linkedin: { clientId: api().client.id, version: '202610' } };
    expect((await admin('PUT', '/v1/admin/organisation', { ...ACME, settings }, ANY)).status).toBe(200);

    const code = api().code(RETURN);
    const good = await device(token)('POST', TOKEN, { code, redirectUri: RETURN });
    expect(good.status).toBe(200);
    expect(good.body).toMatchObject({ accessToken: expect.any(String), expiresIn: 5_184_000 });
    expect(good.headers.get('cache-control')).toBe('no-store');
    const again = await device(token)('POST', TOKEN, { code, redirectUri: RETURN });
    expect(again.status).toBe(422);
    const elsewhere = { code: api().code(RETURN), redirectUri: 'https://evil.example/' };
    expect((await device(token)('POST', TOKEN, elsewhere)).status).toBe(422);
    for (const wrong of [
      { code: 'x' },
      { code: '', redirectUri: RETURN },
      { code: 'x', redirectUri: RETURN, z: 1 },
    ])
      expect((await device(token)('POST', TOKEN, wrong)).status).toBe(422);
    expect(server().lines.join('\n')).not.toMatch(new RegExp(`${good.body.accessToken}|${code}`));
  });

  test('says whose turn it is: IT when the app is refused, later when LinkedIn is ill, slower when in a hurry', async () => {
    const { admin, device } = converse(server());
    const ask = device((await server().enrol()).token);
    await admin('PUT', SECRET, { secret: 'wrong' });
    const refused = await ask('POST', TOKEN, { code: api().code(RETURN), redirectUri: RETURN });
    expect(refused.status).toBe(409);
    expect(refused.body.type).toBe('urn:herold:problem:linkedin-app');
    const statuses = [];
    for (let n = 0; n < 10; n += 1)
      statuses.push((await ask('POST', TOKEN, { code: 'x', redirectUri: RETURN })).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('forgets the secret', async () => {
    const { admin, device } = converse(server());
    expect((await admin('DELETE', SECRET)).status).toBe(204);
    expect((await admin('GET', SECRET)).body.stored).toBe(false);
    const ask = device((await server().enrol()).token);
    expect((await ask('POST', TOKEN, { code: 'x', redirectUri: RETURN })).status).toBe(404);
    await admin('PUT', '/v1/admin/organisation', ACME, ANY);
  });

  test('the page that people come back to repeats nothing of its address', async () => {
    const { anyone } = converse(server());
    const back = await anyone('GET', '/linkedin/return?code=SECRET&state=<script>');
    expect(back.status).toBe(200);
    expect(back.body).not.toMatch(/SECRET|script/);
    const cancelled = await anyone('GET', '/linkedin/return?error=user_cancelled_login&state=s');
    expect(cancelled.body).toContain('nothing has changed');
    const failed = await anyone('GET', '/linkedin/return?error=%3Cb%3E', undefined, {
      'accept-language': 'de-CH',
    });
    expect(failed.body).toMatch(/lang="de".*Fehler gemeldet/s);
    expect(failed.body).not.toContain('<b>');
  });
};
