// Figures that only a browser can give: keystroke to painted highlight, click on Publish to painted highlight,
// and a check in the browser's WebAssembly with marshalling. Chromium; not asserted anywhere.
//   node tests/bench/browser.mjs [keystroke] [publish] [check]
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch } from '../e2e/harness/browser.mjs';
import { ADMINISTRATOR, HeroldServer } from '../e2e/harness/herold-server.mjs';
import { until } from '../e2e/harness/until.mjs';
import { startNetwork } from '../e2e/network/network.mjs';
import { Administrator } from '../e2e/stories/administrator.mjs';
import { Employee } from '../e2e/stories/employee.mjs';
import { startWorld } from '../e2e/stories/world.mjs';
import { printPercentiles } from './lib.mjs';

const BENCH = 'browser';
const KEYSTROKES = 120;
const PUBLICATIONS = 20;
const CHECKS = 2000;
const WARM_UP = 200;
const DRAFT_LENGTH = 3000;
const GUIDELINES = 200;

const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);

async function withOrganisation() {
  const server = await HeroldServer.start();
  const world = await startWorld('chromium');
  try {
    const employee = await Employee.arrive(world.browser);
    await employee.join(await server.fillDemo());
    if (wanted('keystroke')) await keystrokes(employee);
    if (wanted('publish')) await publications(server, world, employee);
  } finally {
    await world.close();
    await server.close();
  }
}

/** The last letter of a confidential name is typed; the clock runs from the key to the end of the frame that shows it. */
async function keystrokes(employee) {
  await employee.openComposer();
  await employee.write('Heute auf der Baustelle, morgen mehr über Projekt Zirb');
  const samples = [];
  for (let i = 0; i < KEYSTROKES; i++) {
    await employee.page.evaluate(timeNextKey, 'Projekt Zirbe');
    await employee.page.press('e');
    samples.push(await employee.page.evaluate(() => window.__took));
    await employee.page.press('Backspace');
    await until(async () => !(await employee.painted()).includes('Projekt Zirbe'), {
      what: 'nothing painted',
    });
  }
  printPercentiles(BENCH, 'keystroke to painted highlight', samples);
}

/** Runs in the page: leaves at `__took` the time from the next key to the end of the first frame that begins with `word` painted. */
function timeNextKey(word) {
  const isPainted = () =>
    [...CSS.highlights.values()].some((h) => [...h].some((range) => range.toString() === word));
  window.__took = new Promise((resolve) => {
    const onKey = ({ timeStamp }) => {
      const endOfFrame = new MessageChannel();
      endOfFrame.port1.onmessage = () => resolve(performance.now() - timeStamp);
      const look = () => (isPainted() ? endOfFrame.port2.postMessage(null) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    };
    addEventListener('keydown', onKey, { capture: true, once: true });
  });
}

/** Each round publishes a guideline for the next word of the draft; the clock runs from the click to the painted word. */
async function publications(server, world, employee) {
  const browser = await launch('chromium', { proxyPort: world.network.port });
  const administrator = await Administrator.signIn(browser, server.origin, ADMINISTRATOR);
  const terms = Array.from({ length: PUBLICATIONS }, (_, i) => `Vorhaben ${String.fromCharCode(65 + i)}`);
  await employee.openComposer();
  await employee.write(terms.join(', '));
  const samples = [];
  for (const term of terms) {
    await administrator.tab.evaluate(storeGuideline, {
      id: 'bench',
      kind: 'existence',
      message: 'Bitte nicht.',
      terms: [term],
    });
    await administrator.tab.goto(`${server.origin}/publish`);
    await administrator.prepareToPublish('everyone');
    await administrator.tab.evaluate(() =>
      addEventListener('click', () => (window.__clicked = Date.now()), { capture: true, once: true }),
    );
    await employee.page.evaluate(noteWhenPainted, term);
    await administrator.publish('everyone');
    const painted = await employee.page.evaluate(() => window.__paintedAt);
    samples.push(painted - (await administrator.tab.evaluate(() => window.__clicked)));
    await administrator.published();
  }
  printPercentiles(BENCH, 'click on Publish to painted highlight', samples);
  await browser.close();
}

/** Runs in the console: what its own form would send. */
async function storeGuideline(guideline) {
  const address = `/v1/admin/guidelines/${guideline.id}`;
  const stored = await fetch(address);
  const condition = stored.ok ? { 'if-match': stored.headers.get('etag') } : { 'if-none-match': '*' };
  const headers = { 'content-type': 'application/json', ...condition };
  const answer = await fetch(address, { method: 'PUT', headers, body: JSON.stringify(guideline) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Runs in the page: leaves at `__paintedAt` the time at which the first frame after `word` was painted begins. */
function noteWhenPainted(word) {
  window.__paintedAt = new Promise((resolve) => {
    const look = () => {
      const isPainted = [...CSS.highlights.values()].some((h) =>
        [...h].some((range) => range.toString() === word),
      );
      requestAnimationFrame(isPainted ? () => resolve(Date.now()) : look);
    };
    look();
  });
}

async function checkInChromium() {
  const files = new Map();
  for (const name of ['index.js', 'herold.mjs', 'herold.wasm'])
    files.set(`/${name}`, await readFile(fileURLToPath(new URL(`../../wasm/dist/${name}`, import.meta.url))));
  const network = await startNetwork(new Map([['core.example', serveFiles(files)]]));
  const browser = await launch('chromium', { proxyPort: network.port });
  try {
    const tab = await browser.open('https://core.example/');
    const samples = await tab.evaluate(checkAgain, {
      pack: manyGuidelines(),
      draft: longDraft(),
      rounds: CHECKS,
      warmUp: WARM_UP,
    });
    printPercentiles(BENCH, 'check of 3,000 characters against 200 guidelines', samples, [0.5, 0.99]);
  } finally {
    await browser.close();
    await network.close();
  }
}

function serveFiles(files) {
  const types = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };
  return (request, response) => {
    const body = files.get(request.url);
    const type = body ? types[request.url.split('.').at(-1)] : 'text/html';
    // Isolated, so that the browser's clock is fine enough for what takes less than a millisecond.
    response.writeHead(200, {
      'content-type': type,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body ?? '<!doctype html><title>core</title>');
  };
}

/** Runs in the page: one character changes each time, as while typing. */
async function checkAgain({ pack, draft, rounds, warmUp }) {
  const { Engine } = await import('/index.js');
  const wasm = await (await fetch('/herold.wasm')).arrayBuffer();
  const engine = await Engine.create(wasm);
  const loaded = engine.load(pack);
  if (!loaded.ok || loaded.problems.length > 0) throw new Error(JSON.stringify(loaded));
  const samples = [];
  for (let i = 0; i < rounds + warmUp; i++) {
    const text = draft + String.fromCharCode(97 + (i % 26));
    const started = performance.now();
    engine.check(text, { language: 'de', network: 'linkedin' });
    if (i >= warmUp) samples.push(performance.now() - started);
  }
  engine.dispose();
  return samples;
}

function manyGuidelines() {
  const guidelines = Array.from({ length: GUIDELINES }, (_, i) => ({
    id: `g${i}`,
    message: 'Bitte nicht.',
    ...KINDS[i % KINDS.length](i),
  }));
  return JSON.stringify({ schema: 1, id: 'bench', defaultLanguage: 'de', guidelines });
}

/** A mix like that of an organisation's pack: mostly names and words, some patterns, counts and conditions. */
const KINDS = [
  (i) => ({ kind: 'existence', terms: [`Projekt Nummer${i}`, `Kennwort ${i}`], replace: ['ein Vorhaben'] }),
  (i) => ({ kind: 'substitution', swap: { [`Altname${i}`]: 'Neuname', [`Kürzel ${i}`]: 'voller Name' } }),
  (i) => ({ kind: 'capitalization', terms: [`Marke${i}Werk`] }),
  (i) => ({ kind: 'existence', patterns: [`\\bAkte-${i}\\d{3}\\b`] }),
  (i) => ({ kind: 'occurrence', count: 'hashtags', max: 5 + i }),
  (i) => ({
    kind: 'conditional',
    if: { terms: [`Produkt ${i}`] },
    // biome-ignore lint/suspicious/noThenProperty: a key of the guideline format, never awaited.
    then: { terms: ['Werbung', 'Anzeige'] },
    where: 'before',
  }),
];

function longDraft() {
  const sentence =
    'Heute haben wir mit den Kolleginnen in Lindenau über Projekt Nummer24 und Altname31 gesprochen. #Holzbau ';
  return sentence.repeat(Math.ceil(DRAFT_LENGTH / sentence.length)).slice(0, DRAFT_LENGTH - 1);
}

if (wanted('keystroke') || wanted('publish')) await withOrganisation();
if (wanted('check')) await checkInChromium();
