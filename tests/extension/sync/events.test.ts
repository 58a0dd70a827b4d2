import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Backoff } from '../../../extension/src/sync/backoff.ts';
import { Events, type Socket } from '../../../extension/src/sync/events.ts';

class FakeSocket implements Socket {
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  closed = false;
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {}
  close() {
    this.closed = true;
    this.onclose?.({} as CloseEvent);
  }
  say(data: unknown) {
    this.onmessage?.({ data } as MessageEvent);
  }
}

let sockets: FakeSocket[];
let revisions: number[];
let losses: number;
let events: Events;

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  revisions = [];
  losses = 0;
  events = new Events({
    open: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    onRevision: (revision) => revisions.push(revision),
    onLost: () => {
      losses += 1;
    },
    backoff: new Backoff(() => 1),
  });
});
afterEach(() => vi.useRealTimers());

test('the token travels as a subprotocol, never in the address', () => {
  events.connect('https://acme.example/herold', 'tok');
  expect(sockets[0]).toMatchObject({
    url: 'wss://acme.example/herold/v1/events',
    protocols: ['herold.v1', 'herold.token.tok'],
  });
});

test('revisions are heard, anything else is not', () => {
  events.connect('http://127.0.0.1:1', 't');
  for (const data of ['{"revision":3}', 'x', '{}', '{"revision":"4"}', '{"revision":1.5}', 'null'])
    sockets[0]?.say(data);
  expect(revisions).toEqual([3]);
});

test('waking up again and again opens one socket', () => {
  for (let i = 0; i < 3; i++) events.connect('http://127.0.0.1:1', 't');
  expect(sockets.length).toBe(1);
});

test('after a loss it comes back, later each time, and at once after a success', () => {
  events.connect('http://127.0.0.1:1', 't');
  sockets[0]?.close();
  vi.advanceTimersByTime(999);
  expect(sockets.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(sockets.length).toBe(2);
  sockets[1]?.close();
  vi.advanceTimersByTime(1999);
  expect(sockets.length).toBe(2);
  vi.advanceTimersByTime(1);
  sockets[2]?.say('{"revision":1}');
  sockets[2]?.close();
  vi.advanceTimersByTime(1000);
  expect(sockets.length).toBe(4);
  expect(losses).toBe(3);
});

test('closed for good means no coming back', () => {
  events.connect('http://127.0.0.1:1', 't');
  events.close();
  vi.advanceTimersByTime(3_600_000);
  expect(sockets.map(({ closed }) => closed)).toEqual([true]);
  expect(losses).toBe(0);
});

test('waits grow to five minutes, with jitter between half and all', () => {
  const longest = new Backoff(() => 1);
  const shortest = new Backoff(() => 0);
  const waits = Array.from({ length: 12 }, () => [shortest.failed(), longest.failed()]);
  expect(waits[0]).toEqual([500, 1000]);
  expect(waits[3]).toEqual([4000, 8000]);
  expect(waits[11]).toEqual([150_000, 300_000]);
});
