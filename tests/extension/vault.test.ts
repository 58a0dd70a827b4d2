// With the browser's own WebCrypto, and IndexedDB as the specification has it.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { destroyKey, type Sealed, seal, unseal } from '../../extension/src/platform/vault.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const everyKey = () =>
  new Promise<CryptoKey[]>((resolve, reject) => {
    const opening = indexedDB.open('vault');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('keys').objectStore('keys').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result);
      };
    };
  });

const bitFlipped = (base64: string, at: number) => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[Math.floor(at / 8) % bytes.length] ^= 1 << (at % 8);
  return bytes.toString('base64');
};

test('what was sealed opens again, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (secret) => {
      const sealed = await seal(secret, 'linkedin');
      expect(await unseal(sealed, 'linkedin')).toBe(secret);
    }),
    { numRuns: 25 },
  );
});

test('the stored text holds nothing of the secret, and no two are alike', async () => {
  const [one, two] = await Promise.all([seal('AQT-secret', 'linkedin'), seal('AQT-secret', 'linkedin')]);
  expect(atob(one.text)).not.toContain('secret');
  expect(one.iv).not.toBe(two.iv);
  expect(one.text).not.toBe(two.text);
  expect(await unseal(one, 'linkedin')).toBe('AQT-secret');
  expect(await unseal(two, 'linkedin')).toBe('AQT-secret');
});

test('it opens for its purpose alone', async () => {
  expect(await unseal(await seal('AQT', 'linkedin'), 'mastodon')).toBeNull();
});

test('a changed bit anywhere opens nothing', async () => {
  const sealed = await seal('AQT', 'linkedin');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom<keyof Sealed>('iv', 'text'), fc.nat(), async (part, at) => {
      expect(await unseal({ ...sealed, [part]: bitFlipped(sealed[part], at) }, 'linkedin')).toBeNull();
    }),
    { numRuns: 50 },
  );
  expect(await unseal({ iv: '', text: '' }, 'linkedin')).toBeNull();
  expect(await unseal({ iv: '%', text: '%' }, 'linkedin')).toBeNull();
});

test('there is one key, and nothing in the browser can read it out', async () => {
  await seal('a', 'linkedin');
  await seal('b', 'linkedin');
  const keys = await everyKey();
  expect(keys).toHaveLength(1);
  expect(keys[0]?.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', keys[0] as CryptoKey)).rejects.toThrow();
});

test('without its key nothing opens, and the next secret gets another key', async () => {
  const sealed = await seal('AQT', 'linkedin');
  await destroyKey();
  expect(await everyKey()).toEqual([]);
  expect(await unseal(sealed, 'linkedin')).toBeNull();
  const next = await seal('AQT', 'linkedin');
  expect(await unseal(next, 'linkedin')).toBe('AQT');
  expect(await unseal(sealed, 'linkedin')).toBeNull();
});
