import { describe, expect, test } from 'vitest';
import { Refused, Unreachable } from '../../../extension/src/sync/server.ts';
import { isWebPage, send, withOutcomes, withProposal } from '../../../extension/src/worker/proposals.ts';
import type { SentProposal } from '../../../extension/src/worker/protocol.ts';

const NOW = new Date('2026-11-25T09:00:00Z');
const LATER = NOW.getTime() + 10 * 60_000;
const sent = (id: string, part: Partial<SentProposal> = {}): SentProposal => ({
  id,
  url: 'https://news.example/',
  title: id,
  state: 'proposed',
  answer: '',
  sentAt: NOW.toISOString(),
  askedAt: NOW.getTime(),
  ...part,
});

test('web pages may be proposed, nothing of the browser or the disk', () => {
  for (const url of ['https://a.example/x', ' http://intranet/ ', 'HTTPS://A.example'])
    expect(isWebPage(url)).toBe(true);
  for (const url of [
    '',
    'chrome://settings',
    'about:config',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'moz-extension://x/',
    'a.example',
    `https://a.example/${'x'.repeat(2000)}`,
  ])
    expect(isWebPage(url), url).toBe(false);
});

describe('sending', () => {
  const draft = { url: ' https://news.example/ ', title: ' Titel ', note: 'x'.repeat(600) };

  test('sends address, title and note, nothing more, and keeps the number', async () => {
    const taken: unknown[] = [];
    const server = {
      propose: async (page: unknown) => {
        taken.push(page);
        return { id: 'N', state: 'proposed' as const, note: null };
      },
    };
    expect(await send(server, draft, NOW)).toEqual(sent('N', { title: 'Titel' }));
    expect(taken).toEqual([{ url: 'https://news.example/', title: 'Titel', note: 'x'.repeat(500) }]);
  });

  test('parts no character where a title or note is too long', async () => {
    const taken: { title: string; note: string }[] = [];
    const server = {
      propose: async (page: { title: string; note?: string }) => {
        taken.push({ note: '', ...page });
        return { id: 'N', state: 'proposed' as const, note: null };
      },
    };
    await send(server, { ...draft, title: `${'x'.repeat(299)}🎉!`, note: `${'x'.repeat(499)}🎉` }, NOW);
    expect(taken).toEqual([{ url: 'https://news.example/', title: 'x'.repeat(299), note: 'x'.repeat(499) }]);
  });

  test('says what went wrong', async () => {
    const failing = (error: Error) => ({ propose: () => Promise.reject(error) });
    expect(await send(failing(new Unreachable('')), draft, NOW)).toBe('unreachable');
    expect(await send(failing(new Refused(401, '')), draft, NOW)).toBe('not-enrolled');
    expect(await send(failing(new Refused(429, '')), draft, NOW)).toBe('too-many');
    expect(await send(failing(new Refused(422, '')), draft, NOW)).toBe('refused');
  });

  test('asks no server about what is no page', async () => {
    const never = { propose: () => Promise.reject(new Error('asked')) };
    expect(await send(never, { ...draft, url: 'chrome://settings' }, NOW)).toBe('refused');
    expect(await send(never, { ...draft, title: ' ' }, NOW)).toBe('refused');
  });
});

test('the newest stands in front, and the list is bounded', () => {
  let list: SentProposal[] = [];
  for (let n = 0; n < 120; n += 1) list = withProposal(list, sent(`${n}`));
  expect(list).toHaveLength(100);
  expect(list[0]?.id).toBe('119');
});

describe('outcomes', () => {
  test('are asked for what waits, not too often, and not once decided', async () => {
    const asked: string[] = [];
    const server = {
      proposal: async (id: string) => {
        asked.push(id);
        return { id, state: 'declined' as const, note: 'Hatten wir.' };
      },
    };
    const list = [sent('a'), sent('b', { state: 'approved' }), sent('c', { askedAt: LATER - 1 })];
    expect(await withOutcomes(list, server, LATER - 1)).toBe(list);
    const after = await withOutcomes(list, server, LATER);
    expect(asked).toEqual(['a']);
    expect(after[0]).toEqual(sent('a', { state: 'declined', answer: 'Hatten wir.', askedAt: LATER }));
    expect(after.slice(1)).toEqual(list.slice(1));
  });

  test('a silent server changes nothing, a forgotten proposal goes', async () => {
    const silent = { proposal: () => Promise.reject(new Unreachable('')) };
    expect(await withOutcomes([sent('a')], silent, LATER)).toEqual([sent('a')]);
    const forgetful = { proposal: () => Promise.reject(new Refused(404, '')) };
    expect(await withOutcomes([sent('a'), sent('b', { state: 'approved' })], forgetful, LATER)).toEqual([
      sent('b', { state: 'approved' }),
    ]);
  });
});
