import { beforeEach, expect, test, vi } from 'vitest';
import type { PostOutcome } from '../../../extension/src/linkedin/post.ts';
import { Refused, type Server, Unreachable } from '../../../extension/src/sync/server.ts';
import {
  LinkedIn,
  type LinkedInAttempt,
  type LinkedInRecord,
} from '../../../extension/src/worker/linkedin.ts';
import type { LinkedInProblem } from '../../../extension/src/worker/protocol.ts';

const CONNECTOR = { clientId: '77', version: '202610' };
const SERVER = 'https://herold.acme.example';
const DAY = 86_400_000; // ms
const POST = { text: 'Hallo', visibility: 'PUBLIC', article: null } as const;

let now: number;
let stored: { record?: LinkedInRecord; attempt?: LinkedInAttempt; problem?: LinkedInProblem };
let keyThere: boolean;
let outcome: PostOutcome | Promise<PostOutcome>;
let sent: unknown[];
let linkedIn: LinkedIn;

beforeEach(() => {
  now = Date.parse('2026-11-25T09:00:00Z');
  stored = {};
  keyThere = false;
  outcome = { kind: 'posted', urn: 'urn:li:share:1' };
  sent = [];
  const keep = <K extends keyof typeof stored>(key: K) => ({
    get: async () => stored[key],
    set: async (value: (typeof stored)[K] | null) => {
      if (value === null) delete stored[key];
      else stored[key] = value as (typeof stored)[K];
    },
  });
  linkedIn = new LinkedIn({
    record: keep('record').get,
    setRecord: keep('record').set,
    attempt: keep('attempt').get,
    setAttempt: keep('attempt').set,
    problem: keep('problem').get,
    setProblem: keep('problem').set,
    seal: async (secret) => {
      keyThere = true;
      return { iv: '', text: btoa(secret) };
    },
    unseal: async ({ text }) => (keyThere ? atob(text) : null),
    destroyKey: async () => {
      keyThere = false;
    },
    readMember: async () => ({ sub: 'abc', name: 'Anna' }),
    createPost: async (post, as) => {
      sent.push({ post, as });
      return outcome;
    },
    now: () => now,
  });
});

const server = (
  answer: () => unknown = () => ({ accessToken: 'AQX', expiresIn: (60 * DAY) / 1000, scope: '' }),
) => ({ linkedInToken: async () => answer() }) as unknown as Server;
const failing = (error: Error) =>
  server(() => {
    throw error;
  });

async function comeBack(query = 'code=AQ', at = server()) {
  const page = new URL(await linkedIn.begin(CONNECTOR, SERVER));
  await linkedIn.finish(`${SERVER}/linkedin/return?${query}&state=${page.searchParams.get('state')}`, at);
}

test('connects, posts with the organisation’s version, and warns a week before the end', async () => {
  await comeBack();
  expect(await linkedIn.view()).toEqual({
    connected: { name: 'Anna', until: new Date(now + 60 * DAY).toISOString(), endsSoon: false },
    waiting: null,
    problem: null,
  });
  expect(JSON.stringify(stored)).not.toContain('AQX');
  expect(await linkedIn.post(POST, CONNECTOR)).toEqual(outcome);
  expect(sent).toEqual([
    { post: POST, as: expect.objectContaining({ token: 'AQX', sub: 'abc', version: '202610' }) },
  ]);
  now += 54 * DAY;
  expect((await linkedIn.view()).connected?.endsSoon).toBe(true);
});

test('an expired token is not sent any more', async () => {
  await comeBack();
  now += 60 * DAY;
  expect(await linkedIn.view()).toMatchObject({ connected: null, problem: 'expired' });
  expect(await linkedIn.post(POST, CONNECTOR)).toEqual({ kind: 'connect' });
  expect(sent).toEqual([]);
  expect(stored).toEqual({ problem: 'expired' });
});

test('a revoked token is deleted with its key', async () => {
  await comeBack();
  outcome = { kind: 'connect' };
  expect(await linkedIn.post(POST, CONNECTOR)).toEqual({ kind: 'connect' });
  expect(stored).toEqual({ problem: 'revoked' });
  expect(keyThere).toBe(false);
});

test('other refusals keep the connection', async () => {
  await comeBack();
  for (const kind of ['forbidden', 'duplicate', 'invalid', 'version', 'limit', 'unknown'] as const) {
    outcome = { kind };
    expect(await linkedIn.post(POST, CONNECTOR)).toEqual({ kind });
  }
  expect((await linkedIn.view()).connected).not.toBeNull();
});

test('a second click while a post is on its way sends nothing', async () => {
  await comeBack();
  await Promise.all([linkedIn.post(POST, CONNECTOR), linkedIn.post(POST, CONNECTOR)]);
  expect(sent).toHaveLength(1);
});

test('disconnecting leaves nothing', async () => {
  await comeBack();
  await linkedIn.forget();
  expect(stored).toEqual({});
  expect(keyThere).toBe(false);
});

test('a code that is exchanged while the person disconnects leaves nothing', async () => {
  const answer = Promise.withResolvers<unknown>();
  const exchanged = vi.fn(() => answer.promise);
  const connecting = comeBack('code=AQ', server(exchanged));
  await vi.waitFor(() => expect(exchanged).toHaveBeenCalled());
  await linkedIn.forget();
  answer.resolve({ accessToken: 'AQX', expiresIn: 60, scope: '' });
  await connecting;
  expect(stored).toEqual({});
  expect(keyThere).toBe(false);
});

test('a refusal of what was disconnected meanwhile leaves the next connection alone', async () => {
  await comeBack();
  const answer = Promise.withResolvers<PostOutcome>();
  outcome = answer.promise;
  const posting = linkedIn.post(POST, CONNECTOR);
  await vi.waitFor(() => expect(sent).toHaveLength(1));
  await linkedIn.forget();
  await comeBack();
  answer.resolve({ kind: 'connect' });
  expect(await posting).toEqual({ kind: 'connect' });
  expect((await linkedIn.view()).connected).not.toBeNull();
});

test('a key that the browser lost means connecting again', async () => {
  await comeBack();
  keyThere = false;
  expect(await linkedIn.view()).toMatchObject({ connected: null, problem: 'expired' });
  expect(await linkedIn.post(POST, CONNECTOR)).toEqual({ kind: 'connect' });
});

test('an answer to another attempt, to none, or a late one changes nothing', async () => {
  await linkedIn.finish(`${SERVER}/linkedin/return?code=AQ&state=x`, server());
  await linkedIn.begin(CONNECTOR, SERVER);
  await linkedIn.finish(`${SERVER}/linkedin/return?code=AQ&state=x`, server());
  expect((await linkedIn.view()).waiting).toBe(`${SERVER}/linkedin/return`);
  const { state } = stored.attempt as LinkedInAttempt;
  now += 11 * 60_000;
  await linkedIn.finish(`${SERVER}/linkedin/return?code=AQ&state=${state}`, server());
  expect(await linkedIn.view()).toEqual({ connected: null, waiting: null, problem: null });
});

test.each([
  ['cancelled', 'error=user_cancelled_authorize', server()],
  ['failed', 'error=unauthorized_scope_error', server()],
  ['unreachable', 'code=AQ', failing(new Unreachable('gone'))],
  ['unreachable', 'code=AQ', failing(new Unreachable(''))],
  ['app', 'code=AQ', failing(new Refused(409, ''))],
  ['app', 'code=AQ', failing(new Refused(404, ''))],
  ['failed', 'code=AQ', failing(new Refused(422, ''))],
])('what went wrong is said: %s (%s)', async (problem, query, at) => {
  await comeBack(query, at);
  expect(await linkedIn.view()).toEqual({ connected: null, waiting: null, problem });
});
