// What must be refused: each time one clear problem, and the server goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { request, startServer } from '../harness.mjs';
import { CREATE, contentItem, converse, guideline } from './conversation.mjs';
import { exchange, head, sendRaw } from './raw.mjs';

const MIB = 1 << 20;
let server;
let admin;
let anyone;
beforeAll(async () => {
  server = await startServer();
  ({ admin, anyone } = converse(server));
});
afterAll(() => server?.stop());

const enrol = (...lines) => head(['POST /v1/enrol HTTP/1.1', 'Host: x', ...lines]);
const JSON_TYPE = 'Content-Type: application/json';

test.each([
  ['{"code": "abc', /line 1, column/],
  ['{"code": }', /byte 9/],
  ['', /JSON body is required/],
  ['{"code": "\ud800"}', /not JSON|no/],
  ['['.repeat(10_000), /nested more than 64 levels/],
])('refuses a body that is no JSON and names the place (%#)', async (body, place) => {
  const answer = await anyone('POST', '/v1/enrol', body, { 'content-type': 'application/json' });
  if (answer.status === 403) return; // a lone surrogate leaves fetch as U+FFFD
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toMatch(place);
});

test('refuses a body that was announced and then is empty', async () => {
  const chunked = [enrol(JSON_TYPE, 'Transfer-Encoding: chunked'), '0\r\n\r\n'];
  expect((await sendRaw(server.url, chunked, { end: true })).status).toBe(400);
});

test('refuses values of the wrong type, unknown fields and a body that is no object', async () => {
  expect((await anyone('POST', '/v1/enrol', { code: 7 })).body).toMatchObject({
    status: 422,
    pointer: '/code',
  });
  expect((await anyone('POST', '/v1/enrol', {})).body.detail).toBe('The body lacks "code".');
  expect((await anyone('POST', '/v1/enrol', { code: 'x', draft: 'my text' })).body.pointer).toBe('/draft');
  expect((await anyone('POST', '/v1/enrol', [])).status).toBe(422);
});

test('refuses an object that holds a key twice, and names the key', async () => {
  const json = { 'content-type': 'application/json' };
  const answer = await anyone('POST', '/v1/enrol', '{"code": "a", "c\\u006fde": "b"}', json);
  expect(answer.status).toBe(400);
  expect(answer.body.detail).toContain('"code" stands twice');
  const item = '{"id": "a", "url": "https://a.example/", "title": "A", "image": {"alt": "a", "alt": "b"}}';
  const put = await admin('PUT', '/v1/admin/content/a', item, { ...json, 'if-none-match': '*' });
  expect(put.body.detail).toContain('"alt" stands twice');
});

test('refuses other media types and compressed bodies', async () => {
  expect((await anyone('POST', '/v1/enrol', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  const gzip = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  expect((await anyone('POST', '/v1/enrol', '{}', gzip)).status).toBe(415);
});

test('refuses what is too large before reading it, and takes packs that are larger', async () => {
  // Somebody unknown makes the server hold little.
  const long = JSON.stringify({ code: 'x'.repeat(17_000) });
  const answer = await anyone('POST', '/v1/enrol', long, { 'content-type': 'application/json' });
  expect(answer.status).toBe(413);
  expect(answer.body.detail).toContain('16384');
  const large = contentItem('large', { summary: 'x'.repeat(MIB) });
  const refused = await admin('PUT', '/v1/admin/content/large', large, CREATE);
  expect(refused.status).toBe(413);
  expect(refused.body.detail).toContain(String(MIB));
  const pack = {
    schema: 1,
    id: 'p',
    guidelines: [guideline('a', { why: { de: 'x'.repeat(2 * MIB), en: 'x' } })],
  };
  expect((await admin('POST', '/v1/admin/pack/test', pack)).status).toBe(200);
  const unread = enrol(JSON_TYPE, `Content-Length: ${100 * MIB}`);
  expect((await sendRaw(server.url, [unread])).status).toBe(413);
  const chunked = [enrol(JSON_TYPE, 'Transfer-Encoding: chunked'), `110000\r\n${'x'.repeat(0x110000)}\r\n`];
  expect((await sendRaw(server.url, chunked)).status).toBe(413);
});

test('asks for the body of a client that waits for it', async () => {
  const waits = enrol(JSON_TYPE, 'Content-Length: 2', 'Expect: 100-Continue', 'Connection: close');
  const text = await exchange(server.url, [waits, '{}'], { pause: 200 });
  expect(text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 100', 'HTTP/1.1 422']);
});

test('reads no body of someone it does not know', async () => {
  const unread = head([
    'PUT /v1/admin/pack/document HTTP/1.1',
    'Host: x',
    JSON_TYPE,
    `Content-Length: ${10 * MIB}`,
  ]);
  expect((await sendRaw(server.url, [unread])).status).toBe(401);
});

test('says so when a body ends early', async () => {
  const truncated = [enrol(JSON_TYPE, 'Content-Length: 100'), '{"code": "abc'];
  const { status, body } = await sendRaw(server.url, truncated, { end: true });
  expect(status).toBe(400);
  expect(body.detail).toMatch(/ends early, after 13 bytes/);
});

test('refuses heads that are too large or no HTTP', async () => {
  const large = head(['GET / HTTP/1.1', 'Host: x', `X-Large: ${'x'.repeat(20_000)}`]);
  expect((await sendRaw(server.url, [large])).status).toBe(431);
  for (const nonsense of ['\x16\x03\x01\x02\x00\x01\x00', 'HELLO\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n'])
    expect((await sendRaw(server.url, [nonsense], { end: true })).status).toBe(400);
  for (const path of ['/%zz', '/%00', '/a/../b', '/%ff', 'http://elsewhere.example/'])
    expect(
      (await sendRaw(server.url, [head([`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: close'])])).status,
      path,
    ).toBe(400);
});

// A proxy in front may see another request in what follows.
test('refuses heads that two readers may read differently', async () => {
  const post = (...lines) => ['POST /v1/enrol HTTP/1.1', JSON_TYPE, ...lines];
  const refused = {
    'no host': post('Content-Length: 2'),
    'two hosts': post('Host: a', 'Host: b', 'Content-Length: 2'),
    'no coding': post('Host: a', 'Transfer-Encoding: identity'),
    'an unknown coding': post('Host: a', 'Transfer-Encoding: gzip, chunked'),
    'chunked twice': post('Host: a', 'Transfer-Encoding: chunked, chunked'),
    'chunked and a length': post('Host: a', 'Transfer-Encoding: chunked', 'Content-Length: 2'),
  };
  for (const [what, lines] of Object.entries(refused)) {
    const text = await exchange(server.url, [head(lines), '{}', head(['GET /healthz HTTP/1.1', 'Host: a'])]);
    expect(text.match(/HTTP\/1\.1 \d+/g), what).toEqual(['HTTP/1.1 400']);
  }
  const chunked = [head(post('Host: a', 'Transfer-Encoding: Chunked')), '2\r\n{}\r\n0\r\n\r\n'];
  expect((await sendRaw(server.url, chunked, { end: true })).status).toBe(422);
  expect((await sendRaw(server.url, ['GET /healthz HTTP/1.0\r\n\r\n'])).status).toBe(200);
});

test('drops a client that takes too long over its head, and serves others meanwhile', async () => {
  const drips = Array.from('GET / HTTP/1.1\r\nHost: slow\r\n'.repeat(2));
  const slow = sendRaw(server.url, drips, { pause: 500, patience: 20_000 });
  expect((await anyone('GET', '/healthz')).status).toBe(200);
  expect((await slow).status).toBe(0);
});

test('shows the console to a browser at a broken address, and the API’s callers the problem', async () => {
  const ask = (path, accept) =>
    sendRaw(server.url, [
      head([`GET ${path} HTTP/1.1`, 'Host: x', `Accept: ${accept}`, 'Connection: close']),
    ]);
  for (const path of ['/content/%', '/content/%zz', '/content/%ff?tab=%']) {
    const answer = await ask(path, 'text/html,*/*;q=0.8');
    expect(answer.status, path).toBe(200);
    expect(answer.head, path).toContain('text/html');
  }
  expect((await ask('/content/%', 'application/json')).status).toBe(400);
  for (const path of ['/v1/admin/content/%', '/r/%'])
    expect((await ask(path, 'text/html')).status, path).toBe(400);
});

test('answers HEAD like GET without the body, and OPTIONS with what the path knows', async () => {
  const got = await fetch(`${server.url}/openapi.yaml`, { headers: { 'accept-encoding': 'identity' } });
  const answer = await fetch(`${server.url}/openapi.yaml`, {
    method: 'HEAD',
    headers: { 'accept-encoding': 'identity' },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-length')).toBe(String((await got.arrayBuffer()).byteLength));
  expect(await answer.text()).toBe('');
  expect((await request(server.url, 'OPTIONS', '/v1/me')).headers.get('allow')).toBe('GET, HEAD, DELETE');
  expect((await request(server.url, 'PATCH', '/v1/admin/pack')).status).toBe(405);
});

test('knows no path that is not described', async () => {
  for (const path of [
    '/v1/',
    '/v1/me/',
    '/v1/check',
    '/v1/admin/',
    '/r/x',
    '/assets/none.js',
    '/.git/config',
  ])
    expect((await request(server.url, 'GET', path)).status, path).toBe(404);
});

test('keeps a connection for request after request', async () => {
  const get = head(['GET /healthz HTTP/1.1', 'Host: x']);
  const last = head(['GET /healthz HTTP/1.1', 'Host: x', 'Connection: close']);
  const { head: first, body } = await sendRaw(server.url, [get + get + last]);
  expect(first).toMatch(/^HTTP\/1\.1 200/);
  expect(body.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
});
