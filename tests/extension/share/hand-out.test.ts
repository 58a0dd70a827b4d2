import { expect, test } from 'vitest';
import { fitting, handedOut } from '../../../extension/src/share/index.ts';

const captions = ['a', 'b', 'c', 'd'].map((id) => ({ id, language: 'de' }));
const seeds = Array.from({ length: 2000 }, (_, index) => `device-${index}`);
const first = (seed: string, of = captions, item = 'item') => handedOut(of, seed, item)[0]?.id;

test('one device gets the same order each time', () => {
  expect(handedOut(captions, 's', 'item')).toEqual(handedOut([...captions].reverse(), 's', 'item'));
});

test('colleagues get different ones, each about as often', () => {
  for (const { id } of captions) {
    const share = seeds.filter((seed) => first(seed) === id).length / seeds.length;
    expect(share).toBeGreaterThan(0.21);
    expect(share).toBeLessThan(0.29);
  }
});

test('one device does not get the same place for every item', () => {
  const places = new Set(seeds.slice(0, 50).map((item) => first('device', captions, item)));
  expect(places.size).toBe(captions.length);
});

test('a caption withdrawn moves only those who had it', () => {
  const left = captions.filter(({ id }) => id !== 'b');
  for (const seed of seeds) if (first(seed) !== 'b') expect(first(seed, left)).toBe(first(seed));
});

test('languages and captions made for the network keep their order', () => {
  const mixed = [
    { id: 'x1', language: 'de', network: 'x' },
    { id: 'x2', language: 'de', network: 'x' },
    { id: 'd1', language: 'de' },
    { id: 'e1', language: 'en' },
    { id: 'e2', language: 'en' },
  ];
  for (const seed of seeds.slice(0, 50)) {
    const order = handedOut(mixed, seed, 'item').map(({ id }) => id[0]);
    expect(order.join('')).toBe('xxdee');
  }
});

test('without an order: other networks out, the person’s languages first, made for the network before general', () => {
  const mixed = [
    { id: 'fr', language: 'fr' },
    { id: 'en', language: 'en-GB' },
    { id: 'de', language: 'de' },
    { id: 'de-x', language: 'de-CH', network: 'x' },
    { id: 'de-xing', language: 'de', network: 'xing' },
  ];
  const ids = (network: 'x' | null) => fitting(mixed, network, ['de-CH', 'en']).map(({ id }) => id);
  expect(ids('x')).toEqual(['de-x', 'de', 'en', 'fr']);
  expect(ids(null)).toEqual(['de', 'de-x', 'de-xing', 'en', 'fr']);
});
