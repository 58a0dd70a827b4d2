// runUpdate over WebCrypto: what a server publishes is taken, what nobody may publish is refused with its reason.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Publisher } from '../e2e/updates/publisher.mjs';
import { createEngine, readAtMost, runUpdate, sha256, verifyEd25519, webTransport } from './core.mjs';

const pack = { schema: 1, id: 'acme', guidelines: [] };

let engine;
beforeAll(async () => {
  engine = await createEngine();
});
afterAll(() => engine.dispose());

let publisher;
let state;
beforeEach(() => {
  publisher = new Publisher({ organisation: 'acme', channel: 'pilot' });
  state = { organisation: 'acme', channel: 'pilot', trusted: { root: publisher.rootText } };
  publisher.publish({ pack });
});

const transport = {
  fetch: async (path) => {
    const text = publisher.files.get(path);
    return text === undefined ? null : new TextEncoder().encode(text);
  },
  verify: (checks) => Promise.all(checks.map(verifyEd25519)),
  sha256,
};

const update = async (overrides = {}) => {
  const outcome = await runUpdate(engine, { ...transport, ...overrides }, state);
  state = { ...state, trusted: outcome.trusted };
  return outcome;
};

describe('runUpdate', () => {
  test('takes a bundle, then knows that it is current', async () => {
    const outcome = await update();
    expect(outcome).toMatchObject({ kind: 'updated', bundle: { organisation: 'acme', revision: 1, pack } });
    expect(outcome.trusted.bundle).toEqual({
      revision: 1,
      sha256: createHash('sha256').update(outcome.text).digest('hex'),
    });
    expect(await update()).toEqual({ kind: 'current', trusted: outcome.trusted });
    publisher.publish({ pack });
    expect(await update()).toMatchObject({ kind: 'updated', bundle: { revision: 2 } });
  });

  test('enrols with the pinned root alone', async () => {
    state.fingerprint = publisher.fingerprint;
    expect((await update()).kind).toBe('updated');
    state.fingerprint = new Publisher({ organisation: 'acme', channel: 'pilot' }).fingerprint;
    expect(await update()).toMatchObject({ kind: 'refused', refusal: { code: 'wrong-root', role: 'root' } });
  });

  const attacks = {
    'a changed byte': {
      spoil: () => {
        const path = [...publisher.files.keys()].findLast((name) => name.startsWith('targets/'));
        publisher.files.set(path, publisher.files.get(path).replace('offered', 'offereD'));
      },
      refusal: { code: 'mismatch', role: 'bundle' },
    },
    'a missing signature': {
      spoil: () => {
        const file = JSON.parse(publisher.files.get('metadata/timestamp.json'));
        publisher.files.set('metadata/timestamp.json', JSON.stringify({ ...file, signatures: [] }));
      },
      refusal: { code: 'signatures', role: 'timestamp' },
    },
    'an older version': {
      spoil: (before) =>
        publisher.files.set('metadata/timestamp.json', before.get('metadata/timestamp.json')),
      refusal: { code: 'rollback', role: 'timestamp' },
      first: () => publisher.publish({ pack }),
    },
    'expired metadata': {
      spoil: () => publisher.publish({ pack, expiresInDays: -1 }),
      refusal: { code: 'expired', role: 'timestamp' },
    },
    'another organisation': {
      spoil: () => publisher.publish({ pack, bundle: { organisation: 'rival' } }),
      refusal: { code: 'wrong-organisation', role: 'bundle' },
    },
    'bytes that are no text': {
      spoil: () => {},
      overrides: { fetch: async () => new Uint8Array([0xff, 0xfe]) },
      refusal: { code: 'malformed', role: 'root' },
    },
    'endless data': {
      spoil: () => {},
      overrides: { fetch: async (_path, maxBytes) => new Uint8Array(maxBytes + 1) },
      refusal: { code: 'too-large', role: 'root' },
    },
    'a transport that fails': {
      spoil: () => {},
      overrides: { fetch: () => Promise.reject(new TypeError('offline')) },
      refusal: { code: 'unreachable', role: 'root', message: 'root: offline' },
    },
  };

  test.each(Object.entries(attacks))('refuses %s and keeps the bundle in force', async (_name, attack) => {
    const old = new Map(publisher.files);
    attack.first?.();
    await update();
    const before = state.trusted.bundle;
    publisher.publish({ pack });
    attack.spoil(old);
    expect(await update(attack.overrides)).toMatchObject({ kind: 'refused', refusal: attack.refusal });
    expect(state.trusted.bundle).toEqual(before);
  });
});

describe('webTransport', () => {
  let server;
  let base;
  beforeEach(async () => {
    server = createServer((request, response) => {
      const path = request.url.replace('/v1/updates/', '');
      if (request.headers.authorization !== 'Bearer secret') return response.writeHead(401).end();
      const text = path === 'endless' ? undefined : publisher.files.get(path);
      if (path !== 'endless') return text === undefined ? response.writeHead(404).end() : response.end(text);
      const chunk = Buffer.alloc(1 << 16);
      const flood = () => {
        while (response.write(chunk));
        response.once('drain', flood);
      };
      return flood();
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${server.address().port}/v1/updates/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const withToken = (token) => webTransport(base, { headers: { Authorization: `Bearer ${token}` } });

  test('carries the token and finds what is there', async () => {
    expect(await runUpdate(engine, withToken('secret'), state)).toMatchObject({ kind: 'updated' });
  });

  test('says what the server answered', async () => {
    expect(await runUpdate(engine, withToken('stolen'), state)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'unreachable', message: expect.stringContaining('401') },
    });
  });

  test('reads no more of an endless answer than asked', async () => {
    expect((await withToken('secret').fetch('endless', 100_000)).length).toBe(100_001);
  });
});

test('readAtMost gives short bodies whole', async () => {
  expect(new TextDecoder().decode(await readAtMost(new Response('short'), 100))).toBe('short');
  expect((await readAtMost(new Response(null), 100)).length).toBe(0);
});

describe('verifyEd25519', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url').toString('hex');
  const signature = sign(null, Buffer.from('x'), privateKey).toString('hex');

  test('holds for exactly the message that was signed', async () => {
    expect(await verifyEd25519({ key, signature, message: 'x' })).toBe(true);
    expect(await verifyEd25519({ key, signature, message: 'x ' })).toBe(false);
  });

  test('a malformed key or signature does not hold, whatever its digits say', async () => {
    const malformed = (hex) => ['', hex.slice(2), `${hex}0`, `${hex}zz`, hex.replace(/../, 'zz'), `0x${hex}`];
    for (const bad of malformed(key))
      expect(await verifyEd25519({ key: bad, signature, message: 'x' })).toBe(false);
    for (const bad of malformed(signature))
      expect(await verifyEd25519({ key, signature: bad, message: 'x' })).toBe(false);
  });
});
