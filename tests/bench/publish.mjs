// From the click on Publish to the painted highlight, in Chromium with server, console and extension.
import { launch } from '../e2e/harness/browser.mjs';
import { ADMINISTRATOR } from '../e2e/harness/herold-server.mjs';
import { Administrator } from '../e2e/stories/administrator.mjs';
import { printPercentiles } from './lib.mjs';
import { withOrganisation } from './organisation.mjs';

const PUBLICATIONS = 20;

await withOrganisation(publications);

/** Each round publishes a guideline for the next word of the draft; the clock runs from the click to the painted word. */
async function publications({ server, world, employee }) {
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
  printPercentiles('publish', 'herold-chromium', samples);
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
