import { expect, test } from 'vitest';
import { isWebAddress } from '../src/model/addresses.ts';

test.each([
  ['https://acme.example', true],
  ['HTTP://acme.example/news?a=b', true],
  ['https://', false],
  ['https:///news', false],
  ['acme.example', false],
  ['mailto:anna@acme.example', false],
  ['javascript:alert(1)//https://acme.example', false],
  ['', false],
])('%s', (text, expected) => expect(isWebAddress(text)).toBe(expected));
