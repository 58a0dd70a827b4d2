import { once } from 'node:events';
import http from 'node:http';

/** A site whose pages say what they are about → {port, url, close}. `pages`: {path: title}. */
export async function startPageSite(pages) {
  const site = http.createServer((request, response) => {
    const title = pages[request.url.split('?')[0].replace(/(.)\/$/, '$1')]; // as most sites have it
    if (!title) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="de"><meta property="og:title" content="${title}">`);
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address();
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    close() {
      site.closeAllConnections();
      return new Promise((resolve) => site.close(resolve));
    },
  };
}
