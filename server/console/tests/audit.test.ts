import { beforeEach, expect, test, vi } from 'vitest';
import type { AuditEntry } from '../src/api/types.ts';
import { de } from '../src/i18n/de.ts';
import { en } from '../src/i18n/en.ts';

const audit = vi.hoisted(() => vi.fn());
vi.mock('../src/api/resources.ts', () => ({ organisation: { audit } }));
const { auditQuery, auditTable, deeds, everyEntry, mostExported, recallAudit, wholeLog } = await import(
  '../src/model/audit.ts'
);

const entry = (id: number, part: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ id, at: '2026-11-24T08:00:00Z', actor: 'anna@acme.example', action: 'content.save' },
  ...{ subject: 'bericht', publication: null },
  ...part,
});

beforeEach(() => void audit.mockReset());

test('days are those of the reader, the last one included', () => {
  const query = auditQuery({ ...wholeLog, from: '2026-03-28', to: '2026-03-29', subject: '  bericht ' });
  expect(query).toEqual({
    subject: 'bericht',
    from: new Date(2026, 2, 28).toISOString().replace('.000', ''),
    until: new Date(2026, 2, 30).toISOString().replace('.000', ''),
  });
  expect(auditQuery(wholeLog)).toEqual({});
  expect(auditQuery({ ...wholeLog, from: 'gestern', to: '2026-13-77x' })).toEqual({});
});

test('the address says what is looked at', () => {
  expect(recallAudit(new URLSearchParams('tab=audit&action=content&from=2026-11-01'))).toEqual({
    ...wholeLog,
    action: 'content',
    from: '2026-11-01',
  });
});

test('deeds stand by what they are done to, each area with its name', () => {
  for (const t of [de, en])
    for (const [area, actions] of deeds(t.settings.actions)) {
      expect(t.settings.areas[area], area).toBeTruthy();
      expect(actions.length).toBeGreaterThan(0);
    }
  expect(Object.keys(de.settings.actions).sort()).toEqual(Object.keys(en.settings.actions).sort());
});

test('all pages are read, up to a bound', async () => {
  const pages = [Array.from({ length: 1000 }, (_, n) => entry(3000 - n)), [entry(7)]];
  audit.mockImplementation(async () => pages.shift());
  const heard: number[] = [];
  const entries = await everyEntry({ action: 'content' }, (n) => heard.push(n));
  expect(entries).toHaveLength(1001);
  expect(heard).toEqual([1000, 1001]);
  expect(audit.mock.calls).toEqual([
    [{ action: 'content' }, 1000, undefined],
    [{ action: 'content' }, 1000, 2001],
  ]);
  audit.mockImplementation(async () => Array.from({ length: 1000 }, (_, n) => entry(n + 1)));
  expect(await everyEntry({})).toHaveLength(mostExported);
});

test('a table is one for spreadsheets: quoted, without formulas, in words and codes', () => {
  const entries = [
    entry(2, {
      action: 'publication.publish',
      subject: '8 on pilot',
      publication: { revision: 8, channel: 'pilot' },
    }),
    entry(1, { subject: '=HYPERLINK("x")', action: 'something.new' }),
  ];
  const german = auditTable(entries, de, 'de', 'Europe/Zurich');
  expect(german.startsWith('\uFEFF"#";"Wann (Europe/Zurich)";"Wer";"Was";"Kennung";"Woran"\r\n')).toBe(true);
  const [, first, second] = german.split('\r\n');
  expect(first).toMatch(
    /^2;"2026-11-24 09:00:00";"anna@acme.example";"Veröffentlicht";"publication.publish";"/,
  );
  expect(second).toBe(
    `1;"2026-11-24 09:00:00";"anna@acme.example";"something.new";"something.new";"'=HYPERLINK(""x"")"`,
  );
  expect(auditTable(entries, en, 'en', 'UTC').split('\r\n')[2]).toContain('1,"2026-11-24 08:00:00"');
});
