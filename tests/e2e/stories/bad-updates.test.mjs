import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { de as words } from '../../../extension/src/words/de.ts';
import { KINDS } from '../harness/browser.mjs';
import { until } from '../harness/until.mjs';
import { Publisher } from '../updates/publisher.mjs';
import { startUpdateServer } from '../updates/update-server.mjs';
import { Employee } from './employee.mjs';
import { startWorld } from './world.mjs';

const confidential = (term) => ({
  schema: 1,
  id: 'probe',
  title: 'Probe',
  defaultLanguage: 'de',
  guidelines: [
    { id: 'confidential', kind: 'existence', message: '«{match}» ist vertraulich.', terms: [term] },
  ],
});

/** What each spoils, and the code with which the client refuses it. `spoil` publishes and sets what is served. */
const BAD = [
  {
    name: 'a bundle with one changed byte',
    code: 'mismatch',
    spoil({ publisher, server, pack }) {
      publisher.publish({ pack });
      server.serve = (path, text) =>
        path.startsWith('targets/') ? text.replace('vertraulich', 'vertraulicg') : text;
    },
  },
  {
    name: 'a missing signature',
    code: 'signatures',
    spoil({ publisher, server, pack }) {
      publisher.publish({ pack });
      server.serve = (path, text) =>
        path === 'metadata/timestamp.json' ? JSON.stringify({ ...JSON.parse(text), signatures: [] }) : text;
    },
  },
  {
    name: 'an older version',
    code: 'rollback',
    spoil({ publisher, server, pack, older }) {
      publisher.publish({ pack });
      server.serve = (path, text) => (path === 'metadata/timestamp.json' ? older : text);
    },
  },
  {
    name: 'expired metadata',
    code: 'expired',
    spoil({ publisher, pack }) {
      publisher.publish({ pack, expiresInDays: -1 });
    },
  },
  {
    name: 'a bundle of another organisation',
    code: 'wrong-organisation',
    spoil({ publisher, pack }) {
      publisher.publish({ pack, bundle: { organisation: 'another' } });
    },
  },
];

describe.each(KINDS)('an update that must be refused, in %s', (kind) => {
  let publisher;
  let server;
  let world;
  let employee;
  let older;
  beforeAll(async () => {
    publisher = new Publisher({ organisation: 'probe', channel: 'everyone' });
    publisher.publish({ pack: confidential('Projekt Amsel') });
    older = publisher.files.get('metadata/timestamp.json');
    publisher.publish({ pack: confidential('Projekt Falke') });
    server = await startUpdateServer(publisher);
    world = await startWorld(kind);
    employee = await Employee.arrive(world.browser);
    await employee.join(server.invitation);
    await employee.openComposer();
    await employee.write('Projekt Falke und Projekt Zeisig');
    await employee.paintedWord('Projekt Falke');
  });
  afterAll(async () => {
    await world?.close();
    await server?.close();
  });

  test.each(BAD)(
    '$name: refused with its reason, the last good one stays in force',
    async ({ code, spoil }) => {
      spoil({ publisher, server, pack: confidential('Projekt Zeisig'), older });
      server.announce();
      const problem = await until(() => employee.updateProblem(), { what: 'the reason in the panel' });
      expect(problem.code).toBe(code);
      expect(problem.text).toContain(words.update.problems[code]);
      expect(problem.text).toMatch(/Die Leitplanken vom .* gelten weiter\./);
      expect(await employee.painted()).toEqual(['Projekt Falke']);

      server.serve = (_path, text) => text;
      publisher.publish({ pack: confidential('Projekt Falke') });
      server.announce();
      await until(async () => !(await employee.updateProblem()), { what: 'no problem any more' });
      expect(await employee.painted()).toEqual(['Projekt Falke']);
    },
  );

  test('a server that lost everything: with a new invitation one goes on, and keeps what one had', async () => {
    const { panel } = employee;
    await panel.click({ role: 'button', name: words.draft.here });
    await panel.fill({ role: 'textbox', name: words.draft.label }, 'Mein Entwurf');
    const other = new Publisher({ organisation: 'probe', channel: 'everyone' });
    other.publish({ pack: confidential('Projekt Zeisig') });
    server.beginAgain(other);
    server.announce();
    const problem = await until(() => employee.updateProblem(), { what: 'the reason in the panel' });
    expect(problem.code).toBe('not-enrolled');
    await panel.scrollToTop();
    // Said once, where one looks.
    expect(await panel.evaluate(noticesInSight)).toEqual([true]);
    expect(await employee.painted()).toEqual(['Projekt Falke']);
    await panel.click({ role: 'button', name: words.update.rejoin });
    expect(await panel.evaluate(() => document.activeElement.textContent)).toBe(words.onboarding.againTitle);
    await panel.click({ role: 'button', name: words.onboarding.back });
    expect(await panel.evaluate(() => document.activeElement.tagName)).toBe('H1');
    await panel.click({ role: 'button', name: words.update.rejoin });
    await panel.fill({ role: 'textbox', name: words.onboarding.link }, server.invitation);
    await panel.click({ role: 'button', name: words.onboarding.next });
    await panel.click({ role: 'button', name: words.onboarding.join });
    await employee.paintedWord('Projekt Zeisig');
    expect(await employee.updateProblem()).toBe(null);
    await panel.click({ role: 'button', name: words.draft.here });
    expect((await panel.find({ role: 'textbox', name: words.draft.label })).value).toBe('Mein Entwurf');
  });
});

test('before anything is published, nobody is told that nothing was found', async () => {
  const server = await startUpdateServer(new Publisher({ organisation: 'probe', channel: 'everyone' }));
  const world = await startWorld('chromium');
  const employee = await Employee.arrive(world.browser);
  const { panel } = employee;
  await employee.join(server.invitation, { pageMode: false, published: false });
  await panel.fill({ role: 'textbox', name: words.draft.label }, 'Wir arbeiten an Projekt Falke.');
  await panel.find({ css: '[data-testid=state]', name: words.state.noGuidelines });
  await panel.find({ css: '[data-testid=update-problem]' });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const shown = await panel.evaluate(() => document.body.textContent);
  for (const line of [words.state.clear, words.suggestion.nothingFits, words.suggestion.chooseTopics])
    expect(shown).not.toContain(line);
  expect(shown.split(words.update.none)).toHaveLength(2);
  await world.close();
  await server.close();
});

/** Whether each notice about an update is in sight. */
function noticesInSight() {
  const notices = [...document.querySelectorAll('[data-testid=update-problem]')];
  return notices.map((notice) => notice.getBoundingClientRect().bottom < innerHeight / 2);
}
