// From a keystroke to the painted highlight, in Chromium with the whole extension.
import { until } from '../e2e/harness/until.mjs';
import { printPercentiles } from './lib.mjs';
import { withOrganisation } from './organisation.mjs';

const KEYSTROKES = 120;

await withOrganisation(keystrokes);

/** The last letter of a confidential name is typed; the clock runs from the key to the end of the frame that shows it. */
async function keystrokes({ employee }) {
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
  printPercentiles('keystroke', 'herold-chromium', samples);
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
