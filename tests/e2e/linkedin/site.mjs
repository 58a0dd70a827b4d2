import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { languageFor } from './labels.mjs';
import { contentSecurityPolicy, feedPage } from './pages.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const PAGES = {
  '/feed/': { entry: 'feed', outlet: '<div id="interop-outlet"></div>' },
  '/feed/classic/': { entry: 'classic', outlet: '<div class="share-box-outlet"></div>' },
  '/feed/models/': { entry: 'models', outlet: '<div id="models"></div>' },
};

/**
 * The stand-in for https://www.linkedin.com: a request handler. `/feed/` is the page of 2026 with its
 * composer in an open shadow root, `/feed/classic/` the older one in the light DOM,
 * `/feed/models/` one with editors that LinkedIn does not use and other networks do.
 * `probed` are the extension ids the page looks for, as LinkedIn does.
 */
export async function linkedinSite({ probed = [] } = {}) {
  const assets = await bundle(probed);
  return (request, response) => {
    const url = new URL(request.url, 'https://www.linkedin.com');
    if (url.pathname in PAGES) return sendPage(url, request, response);
    const asset = assets.get(url.pathname);
    if (!asset) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-store' });
    response.end(asset.body);
  };
}

function sendPage(url, request, response) {
  const nonce = randomBytes(16).toString('base64');
  const language = languageFor(url, request.headers['accept-language']);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': contentSecurityPolicy(nonce),
    'cache-control': 'no-store',
  });
  response.end(feedPage({ language, nonce, ...PAGES[url.pathname] }));
}

async function bundle(probed) {
  const result = await build({
    entryPoints: Object.values(PAGES).map(({ entry }) => here(`client/${entry}.mjs`)),
    outdir: '/assets',
    bundle: true,
    write: false,
    format: 'esm',
    define: {
      PROBED_EXTENSIONS: JSON.stringify(probed),
      'process.env.NODE_ENV': '"production"',
      global: 'globalThis',
    },
  });
  const scripts = result.outputFiles.map((file) => [
    file.path,
    { type: 'text/javascript', body: file.contents },
  ]);
  const style = { type: 'text/css', body: await readFile(here('feed.css')) };
  return new Map([...scripts, ['/assets/feed.css', style]]);
}
