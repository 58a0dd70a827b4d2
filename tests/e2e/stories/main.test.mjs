import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANY } from '../../server/http/conversation.mjs';
import { launch } from '../harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../harness/herold-server.mjs';
import { until } from '../harness/until.mjs';
import { TufClient } from '../updates/tuf-client.mjs';
import { Administrator } from './administrator.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const SECRET = 'Quittenzeisig';
/** Aimed for is a second, which the benches measure; later than this it was not pushed but fetched by chance. */
const PUSHED_MS = 10_000;
const GUIDELINE = {
  id: 'confidential.lerche',
  message: '«{match}» ist bis zur Ankündigung vertraulich.',
  why: 'Wir kündigen im Januar gemeinsam an.',
  terms: ['Projekt Lerche'],
  replacement: 'Neuland',
  violates: 'Wir arbeiten an Projekt Lerche.',
};
const CONTENT = {
  url: 'https://www.kernholz.example/de/lehrwerkstatt-eroeffnet',
  title: 'Die Lehrwerkstatt ist eröffnet',
  summary: 'Acht Lernende beginnen in der neuen Lehrwerkstatt für Zimmerleute in Lindenau.',
  caption: 'Acht Lernende, eine neue Werkstatt & viel Vorfreude.',
  hashtag: 'Lehrwerkstatt',
};

/** What someone between server and device spoils, and the code with which the client refuses it. */
const TAMPERED = [
  {
    name: 'a bundle with one changed byte',
    code: 'mismatch',
    spoil: () => (path, text) => path.includes('/targets/') && text.replace('vertraulich', 'vertraulicg'),
  },
  {
    name: 'a missing signature',
    code: 'signatures',
    spoil: () => (path, text) =>
      path.endsWith('/timestamp.json') && JSON.stringify({ ...JSON.parse(text), signatures: [] }),
  },
  {
    name: 'an older version',
    code: 'rollback',
    spoil: (oldest) => (path) => path.endsWith('/timestamp.json') && oldest,
  },
];
const TIMESTAMP = 'metadata/timestamp.json';

/** Every browser and every database once; `once.mjs` is Chromium on SQLite. */
const WORLDS = [
  { kind: 'chromium', database: 'postgres' },
  { kind: 'firefox', database: 'sqlite' },
];

describe.each(WORLDS)('the main job in $kind on $database', ({ kind, database }) => {
  let server;
  let world;
  let employee;
  let administrator;
  let adminBrowser;
  let tuf;
  let oldest;
  beforeAll(async () => {
    server = await HeroldServer.start({ database });
    const invitation = await server.fillDemo();
    tuf = await enrolTuf(server, invitation);
    oldest = await tuf.fetchText(TIMESTAMP);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    await employee.join(invitation);
    adminBrowser = await launch(kind, { proxyPort: world.network.port, size: { width: 1400, height: 1000 } });
    administrator = await Administrator.signIn(adminBrowser, server.origin, ADMINISTRATOR);
  });
  afterAll(async () => {
    await tuf?.close();
    await adminBrowser?.close();
    await world?.close();
    await server?.close();
  });

  const draftBecomes = (text) =>
    until(async () => (await employee.draft()) === text, { what: `the draft “${text}”` });

  test('a guideline published by a click is pushed into the open composer and painted', async () => {
    await administrator.writeGuideline(GUIDELINE);
    await administrator.prepareToPublish('everyone');
    await employee.openComposer();
    await employee.write(`${SECRET} freut sich auf Projekt Lerche.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await employee.painted()).toEqual([]);

    const started = performance.now();
    await administrator.publish('everyone');
    await employee.paintedWord('Projekt Lerche');
    const took = performance.now() - started;
    console.log(`${kind}: from the click on Publish to the painted word ${Math.round(took)} ms`);
    expect(took).toBeLessThan(PUSHED_MS);
    expect(await administrator.published()).toBeGreaterThan(0);
  });

  test('the panel shows message, reason and fix', async () => {
    const card = await employee.readCard('Projekt Lerche');
    expect(card).toContain('«Projekt Lerche» ist bis zur Ankündigung vertraulich.');
    expect(card).toContain(GUIDELINE.why);
    expect(card).toContain(GUIDELINE.replacement);
  });

  test('the fix is applied by a click and undone by Ctrl+Z, the model in step', async () => {
    await employee.applyFix();
    await draftBecomes(`${SECRET} freut sich auf Neuland.\n`);
    await until(async () => (await employee.painted()).length === 0, { what: 'nothing painted' });
    await employee.undo();
    await draftBecomes(`${SECRET} freut sich auf Projekt Lerche.\n`);
    await employee.paintedWord('Projekt Lerche');
  });

  test('tuf-js accepts what is published', async () => {
    const bundle = await tuf.fetchBundle('everyone');
    expect(bundle.pack.guidelines.map(({ id }) => id)).toContain(GUIDELINE.id);
    expect(JSON.stringify(bundle)).not.toContain('"violates"');
  });

  test('content published in the console is suggested beside a draft that it fits', async () => {
    await administrator.writeContent({ ...CONTENT, topic: 'Ausbildung' });
    await administrator.prepareToPublish('everyone');
    await administrator.publish('everyone');
    const revision = await administrator.published();
    await until(async () => (await tuf.fetchBundle('everyone')).revision === revision, {
      what: 'the new bundle',
    });
    await employee.openComposer();
    await employee.write(`${SECRET} war an der Eröffnung der Lehrwerkstatt für Zimmerleute in Lindenau.`);
    const suggestion = await employee.suggestion(CONTENT.title);
    expect(suggestion).toMatch(/Lehrwerkstatt/);
  });

  test('sharing opens exactly the expected address, with the caption in the clipboard', async () => {
    const text = `${CONTENT.caption}\n\n#${CONTENT.hashtag}`;
    const before = world.network.recording.entries.length;
    await employee.openShare(CONTENT.title);
    await employee.share(CONTENT.title);
    const link = `${CONTENT.url}?utm_source=linkedin&utm_medium=social&utm_campaign=${await employee.itemOf(CONTENT.title)}`;
    const address = `https://www.linkedin.com/feed/?shareActive=true&text=${encodeURIComponent(`${text}\n\n${link}`)}`;
    const opened = () => world.network.recording.entries.slice(before).map(({ url }) => url);
    await until(() => opened().some((url) => url.includes('shareActive')), { what: 'the share window' });
    expect(opened().filter((url) => url.includes('shareActive'))).toEqual([address]);
    expect(await employee.clipboard()).toBe(`${text}\n\n${link}`);
  });

  test.each(TAMPERED)(
    '$name on the way: refused with its reason, the last good one stays in force',
    async ({ code, spoil }) => {
      await employee.openComposer();
      await employee.write(`${SECRET} und Projekt Lerche`);
      await employee.paintedWord('Projekt Lerche');

      world.network.tamper = rewriting(spoil(oldest));
      await publishSomething(server);
      const problem = await until(() => employee.updateProblem(), { what: 'the reason in the panel' });
      expect(problem.code).toBe(code);
      expect(await employee.painted()).toEqual(['Projekt Lerche']);

      world.network.tamper = null;
      await publishSomething(server);
      await until(async () => !(await employee.updateProblem()), { what: 'no problem any more' });
    },
  );

  test('with the server stopped, the last good bundle works after a browser restart', async () => {
    await server.stop();
    await world.browser.restart();
    employee = await Employee.arrive(world.browser);
    await employee.guidelinesArrive();
    await employee.openComposer();
    await employee.write(`${SECRET} und Projekt Lerche`);
    await employee.paintedWord('Projekt Lerche');
    const problem = await until(() => employee.updateProblem(), {
      what: 'the notice that the server is out of reach',
      timeout: 30_000,
    });
    expect(problem.code).toBe('unreachable');
    await server.resume();
    expect((await tuf.fetchBundle('everyone')).revision).toBeGreaterThan(0);
  });

  test('no request, in all of that, carried a word of a draft', () => {
    expect(world.network.recording.carrying(SECRET)).toEqual([]);
    expect(server.output).not.toContain(SECRET);
  });
});

/** For the network's `tamper`: what `rewrite(path, text)` gives in place of a text, nothing else is touched. */
function rewriting(rewrite) {
  return (url, answer) => {
    const text = decoded(answer);
    const other =
      answer.status === 200 && url.pathname.startsWith('/v1/updates/') && rewrite(url.pathname, text);
    if (!other) return answer;
    const { 'content-encoding': _coding, etag: _etag, ...headers } = answer.headers;
    return { ...answer, headers, body: Buffer.from(other) };
  };
}

function decoded({ headers, body }) {
  const coding = headers['content-encoding'];
  if (coding === 'br') return brotliDecompressSync(body).toString();
  return (coding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** A publication that no draft notices. */
async function publishSomething(server) {
  const { body } = await server.admin('GET', '/v1/admin/topics');
  const topics = { ...body, [`topic-${Date.now()}`]: { de: 'Thema', en: 'Topic' } };
  for (const [method, path, sent] of [
    ['PUT', '/v1/admin/topics', topics],
    ['POST', '/v1/admin/publications', { channel: 'everyone', note: '' }],
  ]) {
    const answer = await server.admin(method, path, sent, ANY);
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  }
}

/** tuf-js as a device of its own, enrolled with the same invitation. */
async function enrolTuf(server, invitation) {
  const code = /#(.+)\./.exec(invitation)[1];
  const response = await fetch(`${server.origin}/v1/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { token, root } = await response.json();
  return TufClient.start({ server: server.origin, token, rootText: root });
}
