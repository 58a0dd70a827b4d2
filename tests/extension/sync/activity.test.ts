import { beforeEach, expect, test, vi } from 'vitest';
import { Activity } from '../../../extension/src/sync/activity.ts';
import { type ActivityCount, Refused, Unreachable } from '../../../extension/src/sync/server.ts';

let stored: ActivityCount[];
let today: Date;
let activity: Activity;
let epoch: number;
const sent: ActivityCount[][] = [];

const listening = {
  countActivity: async (counts: ActivityCount[]) => {
    sent.push(counts);
    return { accepted: counts.length, repeated: 0 };
  },
};
const failing = (error: Error) => ({ countActivity: () => Promise.reject(error) });

beforeEach(() => {
  stored = [];
  sent.length = 0;
  today = new Date('2026-11-24T12:00:00Z');
  epoch = 0;
  const change = async (changed: (counts: ActivityCount[]) => ActivityCount[]) => {
    stored = changed(stored);
  };
  const begin = () => {
    const began = epoch;
    return () => began === epoch;
  };
  activity = new Activity({ load: async () => stored, change, begin }, () => today);
});

test('a count is what happened to which item where and on which day, nothing else', async () => {
  await activity.add('shared', 'report', 'linkedin');
  expect(stored).toEqual([
    { id: expect.any(String), event: 'shared', item: 'report', network: 'linkedin', day: '2026-11-24', n: 1 },
  ]);
});

test('counts wait while the server is out of reach, and go in one batch with the ids they had', async () => {
  await activity.add('shared', 'a', 'linkedin');
  await activity.add('suggested-used', 'b', 'x');
  const waiting = stored;
  expect(await activity.flush(failing(new Unreachable('down')))).toBe(false);
  expect(stored).toEqual(waiting);
  expect(await activity.flush(listening)).toBe(true);
  expect(sent).toEqual([waiting]);
  expect(stored).toEqual([]);
});

test('no more than 200 in a batch', async () => {
  stored = Array.from({ length: 450 }, (_, n) => ({
    id: `${n}`,
    event: 'shared',
    item: 'a',
    network: 'x',
    day: '2026-11-24',
    n: 1,
  }));
  await activity.flush(listening);
  expect(sent.map(({ length }) => length)).toEqual([200, 200, 50]);
});

test('what the server calls malformed does not block what comes after', async () => {
  await activity.add('shared', 'a', 'linkedin');
  expect(await activity.flush(failing(new Refused(422, 'no such item')))).toBe(true);
  expect(stored).toEqual([]);
});

test('a count older than the memory of the server for ids is dropped, lest it count twice', async () => {
  await activity.add('shared', 'a', 'linkedin');
  today = new Date('2026-12-01T12:00:00Z');
  await activity.flush(listening);
  expect(sent).toEqual([]);
});

/** Answers when it is told to. */
function slow() {
  const answer = Promise.withResolvers<void>();
  const countActivity = async (counts: ActivityCount[]) => {
    sent.push(counts);
    await answer.promise;
    return { accepted: counts.length, repeated: 0 };
  };
  return { countActivity, answer: answer.resolve };
}

test('counting waits for no server, and what is added while a batch is on its way is not lost', async () => {
  await activity.add('shared', 'a', 'linkedin');
  const server = slow();
  const flushing = activity.flush(server);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await activity.add('shared', 'b', 'linkedin');
  expect(stored.map(({ item }) => item)).toEqual(['a', 'b']);
  server.answer();
  await flushing;
  expect(stored.map(({ item }) => item)).toEqual(['b']);
});

test('after leaving, what remained is neither sent nor kept, and the next membership’s counts stay', async () => {
  for (let n = 0; n < 250; n += 1) await activity.add('shared', `${n}`, 'linkedin');
  const server = slow();
  const flushing = [activity.flush(server), activity.flush(server)];
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  epoch += 1;
  stored = [];
  await activity.add('shared', 'elsewhere', 'linkedin');
  const next = stored;
  server.answer();
  await Promise.all(flushing);
  expect(sent).toHaveLength(1);
  expect(stored).toBe(next);
});
