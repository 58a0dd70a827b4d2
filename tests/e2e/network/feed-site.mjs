import { once } from 'node:events';
import http from 'node:http';

/** A company's own site, with one feed at /feed.xml → {url, port, close}. `entries`: [{url, title, summary, date, image?}]. */
export async function startFeedSite(title, entries) {
  const site = http.createServer((request, response) => {
    if (request.url !== '/feed.xml') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/rss+xml; charset=utf-8' });
    response.end(rss(title, entries));
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  const { port } = site.address();
  return {
    port,
    url: `http://127.0.0.1:${port}/feed.xml`,
    close() {
      site.closeAllConnections();
      return new Promise((resolve) => site.close(resolve));
    },
  };
}

function rss(title, entries) {
  const items = entries.map(
    ({ url, title, summary, date, image }) =>
      `<item><title>${escaped(title)}</title><link>${escaped(url)}</link><guid>${escaped(url)}</guid>` +
      `<description>${escaped(summary)}</description><pubDate>${date.toUTCString()}</pubDate>${enclosure(image)}</item>`,
  );
  return (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>' +
    `<title>${escaped(title)}</title><link>https://www.kernholz.example/</link><description/>` +
    `<language>de</language>${items.join('')}</channel></rss>`
  );
}

const enclosure = (image) =>
  image ? `<enclosure url="${escaped(image)}" type="image/jpeg" length="1"/>` : '';

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
