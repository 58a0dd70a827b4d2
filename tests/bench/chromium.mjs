// The core in a page of headless Chromium.
import { launch } from '../e2e/harness/browser.mjs';
import { startNetwork } from '../e2e/network/network.mjs';
import { distFile } from './lib.mjs';

const TYPES = { js: 'text/javascript', mjs: 'text/javascript', wasm: 'application/wasm' };

/** `use` gets a tab whose page can import `/index.js` and fetch `/herold.wasm`; what it returns. */
export async function startCore(use) {
  const files = new Map(
    ['index.js', 'herold.mjs', 'herold.wasm'].map((name) => [`/${name}`, distFile(name)]),
  );
  const network = await startNetwork(new Map([['core.example', serve(files)]]));
  const browser = await launch('chromium', { proxyPort: network.port });
  try {
    return await use(await browser.open('https://core.example/'));
  } finally {
    await browser.close();
    await network.close();
  }
}

function serve(files) {
  return (request, response) => {
    const body = files.get(request.url);
    // Isolated, so that the browser's clock is fine enough for what takes less than a millisecond.
    response.writeHead(200, {
      'content-type': body ? TYPES[request.url.split('.').at(-1)] : 'text/html',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end(body ?? '<!doctype html><title>core</title>');
  };
}
