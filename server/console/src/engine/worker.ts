/// <reference lib="webworker" />
// The core beside the page, so that typing never waits for a check.
import { Engine } from '@herold/core';
import wasmUrl from '../../../../wasm/dist/herold.wasm?url';
import { EngineHost } from './host.ts';
import type { Reply, Request } from './protocol.ts';

const host = new EngineHost(async () => {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
  return Engine.create(await response.arrayBuffer());
});

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  let reply: Reply;
  try {
    reply = { id: data.id, result: await host.answer(data) };
  } catch (failure) {
    reply = { id: data.id, error: failure instanceof Error ? failure.message : String(failure) };
  }
  self.postMessage(reply);
};
