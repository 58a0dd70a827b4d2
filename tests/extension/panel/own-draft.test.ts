import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CheckRequest } from '../../../extension/src/engine/protocol.ts';

const ask = vi.hoisted(() => vi.fn());
vi.mock('../../../extension/src/worker/ask.ts', () => ({ ask, askTwice: ask }));
vi.mock('../../../extension/src/platform/storage.ts', () => ({
  session: { get: async () => undefined, set: async () => undefined },
  onSessionChange: vi.fn(),
}));
// Nobody watches here: a rune is its value.
const rune = Object.assign(<T>(value: T) => value, { raw: <T>(value: T) => value });
vi.stubGlobal('$state', rune);
vi.stubGlobal('$derived', rune);
const { OwnDraft } = await import('../../../extension/src/panel/own-draft.svelte.ts');

interface Asked {
  draft: string;
  answer: () => void;
}

let checks: Asked[];
let suggested: string[];

beforeEach(() => {
  vi.useFakeTimers();
  checks = [];
  suggested = [];
  ask.mockImplementation((kind: string, what: { request: CheckRequest; draft: string }) => {
    if (kind === 'suggest') {
      suggested.push(what.draft);
      return Promise.resolve([]);
    }
    const { id, draft } = what.request;
    return new Promise((resolve) => {
      const reply = {
        answer: { kind: 'checked', id, records: [] },
        report: { language: 'de', findings: [] },
      };
      checks.push({ draft, answer: () => resolve(reply) });
    });
  });
});

afterEach(() => vi.useRealTimers());

test('what fits the draft is looked for once one pauses', async () => {
  const own = new OwnDraft(() => 'linkedin');
  own.write('Ein');
  checks[0]?.answer();
  await vi.advanceTimersByTimeAsync(100);
  own.write('Ein Haus');
  checks[1]?.answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(suggested).toEqual(['Ein Haus']);
});

test('that nothing fits an empty draft says nothing of the first words', async () => {
  const own = new OwnDraft(() => 'linkedin');
  const write = async (text: string) => {
    own.write(text);
    const before = own.suggestions;
    checks.at(-1)?.answer();
    await vi.advanceTimersByTimeAsync(1000);
    return { before, after: own.suggestions };
  };
  expect(await write('Ein')).toEqual({ before: null, after: [] });
  expect(await write('Ein Haus')).toEqual({ before: [], after: [] });
  await write('');
  expect(await write('Holz')).toEqual({ before: null, after: [] });
});

test('an earlier answer that comes late takes the place of nothing', async () => {
  const own = new OwnDraft(() => 'linkedin');
  own.write('Ein');
  own.write('Ein Haus');
  checks[1]?.answer();
  await vi.advanceTimersByTimeAsync(100);
  checks[0]?.answer();
  await vi.advanceTimersByTimeAsync(1000);
  expect(suggested).toEqual(['Ein Haus']);
});
