// Fills the demo organisation through the same administration API that the console uses, so that the
// demo is also a test of it. Running it again changes nothing that is there already.
//
//   node scripts/demo/fill.mjs --server http://127.0.0.1:8080 --email E --password-file FILE
//
// Prints one JSON object: {"invitation": URL, "revision": N}.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { server: { type: 'string' }, email: { type: 'string' }, 'password-file': { type: 'string' } },
});
const server = values.server.replace(/\/$/, '');
const data = (name) => JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));

let cookie = '';
async function call(method, path, body, headers = {}) {
  const response = await fetch(`${server}/v1/admin/${path}`, {
    method,
    headers: { origin: server, 'content-type': 'application/json', cookie, ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const [session] = response.headers.getSetCookie();
  if (session) cookie = session.split(';')[0];
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (response.ok) return answer;
  const problems = (answer?.problems ?? []).map((p) => `\n  ${p.pointer ?? ''} ${p.message}`).join('');
  throw new Error(
    `${method} ${path}: ${response.status} ${answer?.detail ?? answer?.title ?? text}${problems}`,
  );
}

const password = readFileSync(values['password-file'], 'utf8').trim();
await call('POST', 'session', { email: values.email, password });

// Whatever is there: the organisation is this script's alone.
const ANY = { 'if-match': '*' };
const { publications } = await call('GET', 'publications');
if (publications.length === 0) {
  await call('PUT', 'organisation', { ...(await call('GET', 'organisation')), ...data('organisation') }, ANY);
  await call('PUT', 'pack', data('pack'), ANY);
  for (const pack of ['de', 'en']) await call('POST', 'pack/copy', { pack });
  for (const guideline of data('guidelines'))
    await call('PUT', `guidelines/${guideline.id}`, guideline, { 'if-none-match': '*' });
  await call('PUT', 'topics', data('topics'), ANY);
  for (const item of data('content')) await call('PUT', `content/${item.id}`, item, { 'if-none-match': '*' });
  for (const channel of ['pilot', 'everyone']) await call('POST', 'publications', { channel, note: 'Demo' });
}

const invitation = await call('POST', 'invitations', {
  channel: 'everyone',
  role: 'ambassador',
  groups: ['werk'],
  expiresAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  uses: 100,
  note: 'Demo',
});
const [latest] = (await call('GET', 'publications')).publications;
console.log(JSON.stringify({ invitation: invitation.url, revision: latest.revision }));
