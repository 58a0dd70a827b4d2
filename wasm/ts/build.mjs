// Puts what the extension, the console and other programs need into wasm/dist: the glue and the WebAssembly module,
// and the wrapper bundled with its types.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { minify } from 'terser';
import { putAlikeTogether } from './alike.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const built = at('../../build/wasm-release/wasm/');
const dist = at('../dist/');

mkdirSync(dist, { recursive: true });
putAlikeTogether(`${built}herold.wasm`, `${dist}herold.wasm`);
copyFileSync(at('../../core/lexicon/words.lexicon'), `${dist}words.lexicon`);
copyFileSync(at('../../core/lexicon/NOTICE'), `${dist}words.lexicon.NOTICE`);

// Emscripten leaves comments and long names; its own minifier needs Java.
const glue = await minify(readFileSync(`${built}herold.mjs`, 'utf8'), {
  module: true,
  ecma: 2020,
  compress: { passes: 3 },
});
writeFileSync(`${dist}herold.mjs`, glue.code);

await build({
  entryPoints: [at('src/index.ts')],
  outfile: `${dist}index.js`,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  plugins: [
    {
      // Beside the bundle, not two folders up.
      name: 'glue-beside',
      setup: (bundle) => {
        bundle.onResolve({ filter: /herold\.mjs$/ }, () => ({ path: './herold.mjs', external: true }));
      },
    },
  ],
});

execFileSync('npx', ['tsc', '-p', at('tsconfig.types.json')], { stdio: 'inherit' });
