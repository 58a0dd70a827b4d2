// What a browser fetches of the core: WebAssembly and glue, compressed with brotli at its best.
import { brotliCompressSync, constants } from 'node:zlib';
import { distFile, print } from './lib.mjs';

const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
const compressed = (name) => brotliCompressSync(distFile(name), { params }).length;

print('size', 'herold-wasm', 'bytes', compressed('herold.wasm') + compressed('herold.mjs'), 'bytes');
