import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../extension/src/words/de.ts';
import { KINDS } from '../harness/browser.mjs';
import { until } from '../harness/until.mjs';
import { Publisher } from '../updates/publisher.mjs';
import { startUpdateServer } from '../updates/update-server.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const PAGE = 'https://www.linkedin.com/feed/models/';
const PACK = {
  schema: 1,
  id: 'probe',
  title: 'Probe',
  defaultLanguage: 'de',
  guidelines: [
    {
      id: 'confidential.falke',
      kind: 'existence',
      message: '«{match}» ist vertraulich.',
      terms: ['Projekt Falke'],
      replace: ['Neuland'],
    },
  ],
};
const ITEM = {
  id: 'lehrwerkstatt',
  url: 'https://www.kernholz.example/lehrwerkstatt',
  title: 'Die Lehrwerkstatt ist eröffnet',
  language: 'de',
  topics: [],
  hashtags: ['Lehrwerkstatt'],
  captions: [{ id: 'a', language: 'de', text: 'Acht Lernende, eine Werkstatt.' }],
};
const PAGES = {
  linkedin: {
    hosts: ['www.linkedin.com'],
    composers: [
      { place: 'post', selector: '[data-slate-editor]' },
      { place: 'post', selector: '.public-DraftEditor-content' },
      { place: 'post', selector: '[data-lexical-editor]' },
    ],
    skip: [],
    never: [],
  },
};
const SHARED =
  'Acht Lernende, eine Werkstatt.\n\n#Lehrwerkstatt\n\nhttps://www.kernholz.example/lehrwerkstatt?utm_source=linkedin&utm_medium=social&utm_campaign=lehrwerkstatt';
const INSERT = { css: '[data-testid=insert]', name: words.suggestion.insert.post };
const SETTLED_MS = 500;

const settled = () => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));

describe.each(KINDS)('editors that keep a model of their own, in %s', (kind) => {
  let server;
  let world;
  let employee;
  beforeAll(async () => {
    const publisher = new Publisher({ organisation: 'probe', channel: 'everyone' });
    publisher.publish({ pack: PACK, bundle: { content: [ITEM], pages: PAGES } });
    server = await startUpdateServer(publisher);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    await employee.join(server.invitation);
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  /** What the editor believes, once it and the page say the same. */
  const holds = (name, text) =>
    until(
      async () => {
        const said = await employee.page.evaluate((name) => __models[name](), name);
        return said === text || Promise.reject(new Error(JSON.stringify(said)));
      },
      { what: `“${text}” in ${name}` },
    );

  test.each(['Slate', 'Draft', 'Lexical'])('%s takes a fix and a caption, and undoes them', async (name) => {
    const { panel } = employee;
    await employee.page?.close();
    employee.page = await world.browser.open(PAGE);
    const editor = { css: `[aria-label=${name}]` };
    await employee.page.click(editor);
    await employee.write('In der Lehrwerkstatt an Projekt Falke.');
    await employee.page.press('Enter');
    await employee.write('Nachher.');
    await employee.readCard('Projekt Falke');
    await employee.applyFix();
    await holds(name, 'In der Lehrwerkstatt an Neuland.\nNachher.');

    await employee.page.click(editor);
    await settled(); // The caret is a selection that is heard late.
    await employee.page.press('Control+End');
    await employee.page.press('Enter');
    await settled();
    await panel.find({ css: '[data-testid=suggestion]' });
    if (!(await panel.peek(INSERT))) await employee.openShare(ITEM.title);
    await panel.click(INSERT);
    await holds(name, `In der Lehrwerkstatt an Neuland.\nNachher.\n${SHARED}`);
    await panel.find({ role: 'status', name: words.suggestion.inserted });

    await employee.page.click(editor);
    await employee.page.press('Control+End');
    await employee.write(' Kommt');
    await holds(name, `In der Lehrwerkstatt an Neuland.\nNachher.\n${SHARED} Kommt`);
    for (let step = 0; step < 20; step++) await employee.page.press('Control+Z');
    const undone = await employee.page.evaluate((name) => __models[name](), name);
    expect(undone).not.toContain('Neuland');
  });
});
