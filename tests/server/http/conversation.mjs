// Requests whose every answer is held against openapi.yaml.
import { codeOf, request } from '../harness.mjs';
import { check } from './openapi.mjs';

/** `as` whom: anyone() without credentials, admin() signed in, device(token). Each is (method, path, body, headers). */
export function converse(server) {
  const checked = (send) => async (method, path, body, headers) => {
    const answer = await send(method, path, body, headers);
    check(method, path, answer);
    return answer;
  };
  const anyone = checked((method, path, body, headers) => request(server.url, method, path, body, headers));
  return {
    anyone,
    admin: checked(server.admin),
    device: (token) => (method, path, body, headers) =>
      anyone(method, path, body, { authorization: `Bearer ${token}`, ...headers }),
    async enrol(wishes) {
      const { url } = await server.createInvitation(wishes);
      return (await anyone('POST', '/v1/enrol', { code: codeOf(url) })).body;
    },
  };
}

export const guideline = (id, changes = {}) => ({
  id,
  kind: 'existence',
  severity: 'error',
  message: { de: '«{match}» ist vertraulich.', en: '“{match}” is confidential.' },
  terms: ['Projekt Falke'],
  examples: { violates: ['Wir arbeiten an Projekt Falke.'], complies: ['Der Falke ist ein Vogel.'] },
  ...changes,
});

export const contentItem = (id, changes = {}) => ({
  id,
  url: 'https://www.acme.example/report',
  title: 'Geschäftsbericht 2026',
  language: 'de',
  captions: [{ id: 'a', network: 'linkedin', language: 'de', text: 'Was uns 2026 gelungen ist.' }],
  ...changes,
});

export const CREATE = { 'if-none-match': '*' };
/** Whatever is there: for tests that come alone. */
export const ANY = { 'if-match': '*' };
export const change = (version) => ({ 'if-match': `"${version}"` });
