// The built WebAssembly core, as the extension and the console get it.
import { readFileSync } from 'node:fs';
import { Engine } from '../../wasm/dist/index.js';

export * from '../../wasm/dist/index.js';

export const wasm = readFileSync(new URL('../../wasm/dist/herold.wasm', import.meta.url));

export const createEngine = () => Engine.create(wasm);
