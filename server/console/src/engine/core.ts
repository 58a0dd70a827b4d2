/** The core as promises. The worker starts with the first question and is shared by all views. */
import type { Answers, Ask, Reply } from './protocol.ts';

interface Waiting {
  resolve(result: never): void;
  reject(failure: Error): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

export function askCore<A extends Ask>(ask: A): Promise<Answers[A['kind']]> {
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    running().postMessage({ id, ...ask });
  });
}

function running(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<Reply>) => settle(data);
  worker.onerror = (event) => fail(event.message);
  return worker;
}

function settle(reply: Reply): void {
  const asked = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('error' in reply) asked?.reject(new Error(reply.error));
  else asked?.resolve(reply.result as never);
}

/** A worker that died takes its questions along; the next one starts a new worker. */
function fail(message: string): void {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
}
