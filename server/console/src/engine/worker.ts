/// <reference lib="webworker" />
// The core beside the page, so that typing never waits for a check.
import { Engine } from '@herold/core';
import wasmUrl from '../../../../wasm/dist/herold.wasm?url';
import type { Ask, Checked, Reply, Request } from './protocol.ts';

const engine = start();
let loaded: { pack: string; load: Checked['load'] } | undefined;

async function start(): Promise<Engine> {
  const response = await fetch(wasmUrl);
  if (!response.ok) throw new Error(`${wasmUrl}: ${response.status}`);
  return Engine.create(await response.arrayBuffer());
}

function answer(core: Engine, ask: Ask) {
  if (ask.kind === 'test') return core.test(ask.pack);
  if (loaded?.pack !== ask.pack) loaded = { pack: ask.pack, load: core.load(ask.pack) };
  if (!loaded.load.ok) return { load: loaded.load, findings: [] };
  core.check(ask.draft, ask.options);
  return { load: loaded.load, findings: core.report().findings };
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  let reply: Reply;
  try {
    reply = { id: data.id, result: answer(await engine, data) };
  } catch (failure) {
    reply = { id: data.id, error: failure instanceof Error ? failure.message : String(failure) };
  }
  self.postMessage(reply);
};
