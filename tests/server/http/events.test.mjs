// GET /v1/events: when messages come, who gets them, and what is echoed.
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { makeCertificate } from '../certificate.mjs';
import { serve, startServer, stopCluster } from '../harness.mjs';

// Certificates of these tests are signed by themselves.
const TRUSTING = { rejectUnauthorized: false };
const HEARTBEAT = 20_000; // ms

/** Opens a socket that keeps its messages → {socket, messages: [{revision, at}], closed}. */
function listen(url, protocols) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/events`, protocols, TRUSTING);
  const messages = [];
  socket.on('message', (data, isBinary) => messages.push({ ...JSON.parse(data), isBinary, at: Date.now() }));
  const opened = new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('unexpected-response', (_, response) => reject(new Error(String(response.statusCode))));
    socket.once('error', reject);
  });
  const closed = new Promise((resolve) => socket.once('close', resolve));
  return { socket, messages, opened, closed };
}

const protocols = (token) => ['herold.v1', `herold.token.${token}`];

async function until(condition, patience) {
  const deadline = Date.now() + patience;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('did not happen in time');
    await wait(5);
  }
}

describe.each(['sqlite', 'postgres'])('on %s', (database) => {
  let server;
  let token;
  beforeAll(async () => {
    server = await startServer({ database });
    ({ token } = await server.enrol());
  });
  afterAll(() => server?.stop());

  test('tells the revision on connecting, within a second of a publication, and every 20 s', async () => {
    const { socket, messages, opened } = listen(server.url, protocols(token));
    await opened;
    expect(socket.protocol).toBe('herold.v1');
    await until(() => messages.length === 1, 1000);
    expect(messages[0]).toMatchObject({ revision: 0, isBinary: false });

    const { revision } = await server.publish('pilot');
    await until(() => messages.length === 2, 1000);
    expect(messages[1].revision).toBe(revision);

    await until(() => messages.length === 3, HEARTBEAT + 2000);
    expect(messages[2].revision).toBe(revision);
    const gap = messages[2].at - messages[1].at;
    expect(gap).toBeGreaterThan(HEARTBEAT - 500);
    expect(gap).toBeLessThan(HEARTBEAT + 2000);
    socket.close();
  });

  test('tells everyone, also one who sends nonsense and one who does not read', async () => {
    const listeners = Array.from({ length: 50 }, () => listen(server.url, protocols(token)));
    await Promise.all(listeners.map(({ opened }) => opened));
    listeners[0].socket.send('nonsense');
    listeners[1].socket.pause();
    const { revision } = await server.publish('everyone');
    const reading = listeners.filter(({ socket }) => !socket.isPaused);
    await until(() => reading.every(({ messages }) => messages.at(-1)?.revision === revision), 1000);
    for (const { socket } of listeners) socket.terminate();
  });

  test('lets no one in without a token that is good', async () => {
    for (const offer of [['herold.v1'], ['herold.v1', 'herold.token.wrong'], [`herold.token.${token}`]])
      await expect(listen(server.url, offer).opened).rejects.toThrow('401');
    expect(server.lines.join('\n')).not.toContain(token);
  });

  test('closes a socket that sends more than it should', async () => {
    const { socket, opened, closed } = listen(server.url, protocols(token));
    await opened;
    socket.send('x'.repeat(10_000));
    expect(await closed).toBe(1009);
  });
});

test('says goodbye to listeners when it stops, and stops at once', async () => {
  const server = await startServer();
  const { token } = await server.enrol();
  const { opened, closed } = listen(server.url, protocols(token));
  await opened;
  const started = Date.now();
  await server.stop();
  expect(await closed).toBe(1001);
  expect(Date.now() - started).toBeLessThan(5000);
});

test('speaks TLS from the handshake to the goodbye', async () => {
  const server = await startServer();
  const { token } = await server.enrol();
  const { cert, key } = makeCertificate(server.data);
  const secure = await serve([
    ...['--database', server.database, '--data', server.data, '--listen', '127.0.0.1:0'],
    ...['--tls-cert', cert, '--tls-key', key],
  ]);
  const chatty = listen(secure.url, protocols(token));
  const patient = listen(secure.url, protocols(token));
  await Promise.all([chatty.opened, patient.opened]);
  await until(() => patient.messages.length === 1, 1000);
  expect(patient.messages[0].revision).toBe(0);

  chatty.socket.send('x'.repeat(10_000));
  expect(await chatty.closed).toBe(1009);
  await secure.stop();
  expect(await patient.closed).toBe(1001);
  await server.stop();
});

afterAll(stopCluster);
