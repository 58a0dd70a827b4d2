// Who may do what: every operation that openapi.yaml describes, with every credential that is not the right one.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMINISTRATOR, request, startServer } from '../harness.mjs';
import { check, operations } from './openapi.mjs';

const EXAMPLES = { revision: '1', name: 'timestamp', sha256: 'a'.repeat(64), channel: 'pilot' };

let server;
let session;
let device;
let former;
beforeAll(async () => {
  server = await startServer();
  const { email, password } = ADMINISTRATOR;
  const signedIn = await request(server.url, 'POST', '/v1/admin/session', { email, password });
  session = signedIn.headers.getSetCookie()[0].split(';')[0].split('=')[1];
  ({ token: device } = await server.enrol());
  ({ token: former } = await server.enrol());
  await ask({ method: 'delete', path: '/v1/me' }, bearer(former));
});
afterAll(() => server?.stop());

const cookie = (value) => ({ cookie: `herold_session=${value}` });
const bearer = (token) => ({ authorization: `Bearer ${token}` });

async function ask({ method, path, takesBody }, headers) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => EXAMPLES[name] ?? 'x');
  const answer = await request(
    server.url,
    method.toUpperCase(),
    filled,
    takesBody ? '{}' : undefined,
    headers,
  );
  check(method, filled, answer);
  return answer.status;
}

const guarded = operations.filter(({ credential }) => credential);
const writes = guarded.filter(({ credential, method }) => credential === 'session' && method !== 'get');

test('there is something to guard', () => {
  expect(new Set(guarded.map(({ credential }) => credential))).toEqual(new Set(['session', 'device']));
  expect(writes.length).toBeGreaterThan(20);
});

describe.each(guarded)('$method $path', (operation) => {
  test('refuses who is not known, or known as somebody else', async () => {
    const others = {
      nobody: {},
      'a session that never was': cookie('abc'),
      'a device that left': bearer(former),
      ...(operation.credential === 'session'
        ? { 'a device': bearer(device), 'its token as a session': cookie(device) }
        : { 'a session': cookie(session), 'a session as a token': bearer(session) }),
    };
    for (const [who, headers] of Object.entries(others)) expect(await ask(operation, headers), who).toBe(401);
  });
});

describe.each(writes)('$method $path', (operation) => {
  test('refuses pages of another origin', async () => {
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`, ''])
      expect(await ask(operation, { ...cookie(session), origin }), origin).toBe(403);
  });
});
