// Whatever a database holds is told in the inventory that a works council is shown, in both languages.
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people as german } from '../../../server/console/src/i18n/de/people.ts';
import { startServer } from '../harness.mjs';

/** Under which key of the inventory each column is told; of a document by its kind. */
const TOLD = {
  activity_ids: { id: 'activity.ids', day: 'activity.ids' },
  activity_totals: 'activity.totals',
  administrators: 'administrators',
  audit: 'audit',
  clicks: 'links',
  content_states: 'decisions',
  device_groups: { token_hash: 'device.token', group_id: 'device.groups' },
  devices: {
    token_hash: 'device.token',
    channel: 'device.channel',
    role: 'device.role',
    joined_day: 'device.joined',
  },
  documents: ['guidelines', 'proposals', 'credentials'],
  feed_entries: 'feeds',
  feeds: 'feeds',
  files: 'keys',
  invitations: 'invitations',
  links: 'links',
  offers: 'offers',
  proposals: 'proposals.ids',
  publications: 'guidelines',
  role_versions: 'keys',
  sessions: 'sessions',
  signing_keys: 'keys',
};
/** Tables that hold nothing of an organisation or of people: the schema's number. */
const TECHNICAL = ['herold_schema'];

/** What people enter or what is about them: each must be named in the words of its entry. */
const NAMED = {
  decisions: { note: /note/, source: /came from/ },
  feeds: { owner: /responsible/, url: /addresses/ },
  guidelines: { owner: /responsible/, note: /note/, published_by: /which administrator/ },
  invitations: { note: /note/, created_by: /which administrator/ },
};

let server;
let inventory;
beforeAll(async () => {
  server = await startServer();
  inventory = (await server.admin('GET', '/v1/admin/inventory')).body.stored;
});
afterAll(() => server?.stop());

const tables = () => {
  const database = new DatabaseSync(server.database.slice('sqlite:'.length), { readOnly: true });
  const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  const columns = ({ name }) =>
    database
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(name)
      .map((column) => column.name);
  const found = Object.fromEntries(names.map((table) => [table.name, columns(table)]));
  database.close();
  return found;
};

test('every table and every column about a person has its entry', () => {
  const found = tables();
  expect(Object.keys(found).sort()).toEqual([...Object.keys(TOLD), ...TECHNICAL].sort());
  for (const [table, told] of Object.entries(TOLD))
    if (typeof told === 'object' && !Array.isArray(told))
      expect(found[table].sort(), table).toEqual(Object.keys(told).sort());
});

test('every entry is about something that is stored, and is told in German too', () => {
  const keys = Object.values(TOLD).flatMap((told) => (typeof told === 'string' ? told : Object.values(told)));
  expect(new Set(inventory.map(({ key }) => key))).toEqual(new Set(keys));
  expect(Object.keys(german.settings.stored).sort()).toEqual(inventory.map(({ key }) => key).sort());
});

test('what people enter is named', () => {
  for (const [key, words] of Object.entries(NAMED)) {
    const { what } = inventory.find((thing) => thing.key === key);
    for (const word of Object.values(words)) expect(what, key).toMatch(word);
  }
});
