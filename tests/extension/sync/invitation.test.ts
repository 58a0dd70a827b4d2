import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isPinned, readInvitation } from '../../../extension/src/sync/invitation.ts';

const FP = 'AAAAAAAAAAAAAAAAAAAAAA';

test.each([
  [`https://herold.acme.example/join#Code_1-x.${FP}`, 'https://herold.acme.example'],
  [`  https://herold.acme.example:8443/join/#c.${FP}\n`, 'https://herold.acme.example:8443'],
  [`https://acme.example/tools/herold/join#c.${FP}`, 'https://acme.example/tools/herold'],
  [`http://127.0.0.1:8080/join#c.${FP}`, 'http://127.0.0.1:8080'],
  [`http://localhost:8080/join#c.${FP}`, 'http://localhost:8080'],
  [`Hallo Anna, hier: <https://acme.example/join#c.${FP}>. Bis bald!`, 'https://acme.example'],
  [
    `Herold: https://store.example/herold\nDein Link: https://acme.example/join#c.${FP}.`,
    'https://acme.example',
  ],
])('%s names its server', (link, server) => {
  expect(readInvitation(link)).toMatchObject({ server, fingerprint: FP });
});

test.each([
  ['', 'no-link'],
  ['Hallo', 'no-link'],
  [`ftp://acme.example/join#c.${FP}`, 'no-link'],
  [`javascript:alert(1)//join#c.${FP}`, 'no-link'],
  [`httpx://acme.example/join#c.${FP}`, 'no-link'],
  [`http://acme.example/join#c.${FP}`, 'not-secure'],
  [`http://127.0.0.1.acme.example/join#c.${FP}`, 'not-secure'],
  [`Link: http://acme.example/join#c.${FP}`, 'not-secure'],
  [`https://acme.example/join#c.${FP}x`, 'incomplete'],
  [`http://[::1]:8080/join#c.${FP}`, 'not-secure'],
  ['https://acme.example/join', 'incomplete'],
  ['https://acme.example/join#c', 'incomplete'],
  ['https://acme.example/join#c.short', 'incomplete'],
  [`https://acme.example/#c.${FP}`, 'incomplete'],
])('%j is refused: %s', (link, problem) => {
  expect(readInvitation(link)).toBe(problem);
});

test('the root must be the pinned one, to the byte', async () => {
  const root = '{"signed":{"_type":"root","ü":1}}\n';
  const fingerprint = createHash('sha256').update(root).digest().subarray(0, 16).toString('base64url');
  expect(await isPinned(root, fingerprint)).toBe(true);
  expect(await isPinned(`${root} `, fingerprint)).toBe(false);
  expect(await isPinned(root, FP)).toBe(false);
});
