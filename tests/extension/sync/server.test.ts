import { createServer, type Server as HttpServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Refused, Server, Unreachable } from '../../../extension/src/sync/server.ts';

let http: HttpServer | undefined;
afterEach(() => http?.close());

async function answering(status: number, body: string, type = 'application/json') {
  const requests: { line: string; headers: IncomingMessage['headers']; body: string }[] = [];
  http = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, body: text });
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve) => http?.listen(0, '127.0.0.1', resolve));
  return { base: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, requests };
}

test('enrolling sends the code, nothing more', async () => {
  const { base, requests } = await answering(201, '{"token":"t"}');
  expect(await new Server(base).enrol('CODE')).toEqual({ token: 't' });
  expect(requests[0]).toMatchObject({
    line: 'POST /v1/enrol',
    body: '{"code":"CODE"}',
  });
  expect(requests[0]?.headers.authorization).toBeUndefined();
});

test('a device proves itself in the header', async () => {
  const { base, requests } = await answering(200, '{"deleted":[]}');
  await new Server(base, 'tok').leave();
  expect(requests[0]).toMatchObject({ line: 'DELETE /v1/me', headers: { authorization: 'Bearer tok' } });
});

test('a refusal carries what the server says', async () => {
  const { base } = await answering(
    403,
    '{"title":"No","detail":"The invitation has expired."}',
    'application/problem+json',
  );
  await expect(new Server(base).enrol('x')).rejects.toEqual(new Refused(403, 'The invitation has expired.'));
});

test('an update file that does not exist is null; one too large is cut where that can be seen', async () => {
  const missing = await answering(404, '');
  expect(await new Server(missing.base, 't').updateFile('metadata/2.root.json', 10)).toBeNull();
  http?.close();
  const large = await answering(200, 'x'.repeat(1000));
  expect((await new Server(large.base, 't').updateFile('metadata/timestamp.json', 10))?.length).toBe(11);
});

test('a server in trouble, and what answers in its place, are as good as out of reach', async () => {
  const broken = await answering(502, '<h1>Bad Gateway</h1>', 'text/html');
  await expect(new Server(broken.base, 't').me()).rejects.toBeInstanceOf(Unreachable);
  http?.close();
  const portal = await answering(200, '<h1>Welcome to our network</h1>', 'text/html');
  await expect(new Server(portal.base).enrol('x')).rejects.toBeInstanceOf(Unreachable);
});

test('nobody there', async () => {
  const { base } = await answering(200, '');
  await new Promise((resolve) => http?.close(resolve));
  await expect(new Server(base, 't').me()).rejects.toBeInstanceOf(Unreachable);
});
