import { expect, test } from 'vitest';
import { EngineClient } from '../../../extension/src/engine/client.ts';
import type { CheckAnswer, CheckRequest } from '../../../extension/src/engine/protocol.ts';

type Reply = { answer: CheckAnswer };

interface Asked {
  request: CheckRequest;
  answer: (records: number[]) => void;
  supersede: () => void;
  fail: () => void;
}

function client() {
  const asked: Asked[] = [];
  const send = (request: CheckRequest) =>
    new Promise<Reply>((resolve, reject) => {
      const { id } = request;
      asked.push({
        request,
        answer: (records) => resolve({ answer: { kind: 'checked', id, records } }),
        supersede: () => resolve({ answer: { kind: 'superseded', id } }),
        fail: () => reject(new Error('worker stopped')),
      });
    });
  return { asked, engine: new EngineClient<Reply>('editor', send) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

test('an answer comes back to its question', async () => {
  const { asked, engine } = client();
  const reply = engine.check('text', 'linkedin');
  expect(asked[0]?.request).toEqual({ client: 'editor', id: 1, draft: 'text', network: 'linkedin' });
  asked[0]?.answer([1, 2, 3, 4]);
  expect(await reply).toEqual({ answer: { kind: 'checked', id: 1, records: [1, 2, 3, 4] } });
});

test('an answer that a later question overtook is dropped, in whatever order they arrive', async () => {
  const { asked, engine } = client();
  const [first, second] = [engine.check('a', 'x'), engine.check('ab', 'x')];
  asked[1]?.answer([2]);
  asked[0]?.answer([1]);
  expect(await first).toBeUndefined();
  expect((await second)?.answer).toMatchObject({ id: 2 });
});

test('what the worker calls superseded is no answer', async () => {
  const { asked, engine } = client();
  const reply = engine.check('a', 'x');
  asked[0]?.supersede();
  expect(await reply).toBeUndefined();
});

test('a worker stopped before it answered is asked once more', async () => {
  const { asked, engine } = client();
  const reply = engine.check('a', 'x');
  asked[0]?.fail();
  await turn();
  asked[1]?.answer([7]);
  expect((await reply)?.answer).toMatchObject({ records: [7] });
  expect(asked.length).toBe(2);
});

test('a question overtaken while the worker was stopped is not asked again', async () => {
  const { asked, engine } = client();
  const first = engine.check('a', 'x');
  const second = engine.check('ab', 'x');
  asked[0]?.fail();
  expect(await first).toBeUndefined();
  asked[1]?.answer([]);
  await second;
  expect(asked.map(({ request }) => request.draft)).toEqual(['a', 'ab']);
});

test('twice in vain is told of', async () => {
  const { asked, engine } = client();
  const reply = engine.check('a', 'x');
  asked[0]?.fail();
  await turn();
  asked[1]?.fail();
  await expect(reply).rejects.toThrow('worker stopped');
});

test('a failure that a later question overtook is no failure any more', async () => {
  const { asked, engine } = client();
  const first = engine.check('a', 'x');
  asked[0]?.fail();
  await turn();
  const second = engine.check('ab', 'x');
  asked[2]?.answer([]);
  expect(await second).toBeDefined();
  asked[1]?.fail();
  expect(await first).toBeUndefined();
});
