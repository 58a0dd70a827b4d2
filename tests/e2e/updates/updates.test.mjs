import { afterAll, beforeAll, expect, test } from 'vitest';
import { Publisher } from './publisher.mjs';
import { TufClient } from './tuf-client.mjs';
import { startUpdateServer } from './update-server.mjs';

// The publisher of the stories is only worth something if another client takes what it signs and
// refuses what it spoils.

const pack = { schema: 1, id: 'probe', guidelines: [] };
let publisher;
let server;
let client;
beforeAll(async () => {
  publisher = new Publisher({ organisation: 'probe', channel: 'everyone' });
  server = await startUpdateServer(publisher);
  const { token } = await (await fetch(`${server.origin}/v1/enrol`, { method: 'POST' })).json();
  client = await TufClient.start({ server: server.origin, token, rootText: publisher.rootText });
});
afterAll(async () => {
  await client.close();
  await server.close();
});

test('tuf-js takes each state, one after the other', async () => {
  for (const revision of [1, 2]) {
    publisher.publish({ pack });
    expect(await client.fetchBundle('everyone')).toMatchObject({ organisation: 'probe', revision });
  }
});

test('tuf-js refuses an expired timestamp', async () => {
  publisher.publish({ pack, expiresInDays: -1 });
  await expect(client.fetchBundle('everyone')).rejects.toThrow(/expired/);
});

test('tuf-js refuses a changed byte', async () => {
  publisher.publish({ pack });
  server.serve = (path, text) =>
    path.startsWith('targets/') ? text.replace('"revision":4', '"revision":5') : text;
  await expect(client.fetchBundle('everyone')).rejects.toThrow();
  server.serve = (_path, text) => text;
  expect(await client.fetchBundle('everyone')).toMatchObject({ revision: 4 });
});
