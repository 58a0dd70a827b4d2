import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { passingCertificate } from './certificate.mjs';
import { frameReader } from './frames.mjs';
import { Recording } from './recording.mjs';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The only network the test browsers see: an HTTP proxy that all their traffic passes, loopback
 * included, so that one recording holds what pages, extension and browser send, in both browsers.
 *
 * - Hosts in `sites` (`host → (request, response, body) => void`) are answered here, over TLS.
 * - Loopback addresses are reached for real; `tamper` may change what comes back.
 * - Every other host gets a blank page: the address is on record, nothing leaves the machine.
 */
export async function startNetwork(sites) {
  const recording = new Recording();
  const network = { recording, tamper: null, port: 0, close };
  const { key, cert } = await passingCertificate([...sites.keys(), '*.linkedin.com', 'localhost']);

  const encrypted = https.createServer({ key, cert }, (request, response) => {
    void answer(request, response, `https://${request.headers.host}${request.url}`);
  });
  const plain = http.createServer((request, response) => {
    const url = request.url.startsWith('http') ? request.url : `http://${request.headers.host}${request.url}`;
    void answer(request, response, url);
  });
  plain.on('connect', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (head.length) socket.unshift(head);
    const isTls = request.url.endsWith(':443');
    (isTls ? encrypted : plain).emit('connection', socket);
  });
  plain.on('upgrade', (request, socket, head) => tunnel(request, socket, head, recording));

  await new Promise((resolve) => plain.listen(0, '127.0.0.1', resolve));
  network.port = plain.address().port;
  return network;

  async function answer(request, response, url) {
    const body = await read(request);
    recording.request({ method: request.method, url, headers: request.headers, body });
    const { hostname, host } = new URL(url);
    const site = sites.get(host);
    if (site) return site(request, response, body);
    if (LOOPBACK.has(hostname)) return forward(url, request, body, response, network.tamper);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>${host}</title>`);
  }

  async function close() {
    plain.closeAllConnections();
    encrypted.closeAllConnections();
    await new Promise((resolve) => plain.close(resolve));
  }
}

async function read(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function forward(url, request, body, response, tamper) {
  const upstream = http.request(url, { method: request.method, headers: request.headers }, async (answer) => {
    const original = { status: answer.statusCode, headers: answer.headers, body: await read(answer) };
    const given = (await tamper?.(new URL(url), original)) ?? original;
    const { 'content-length': _length, 'transfer-encoding': _coding, ...headers } = given.headers;
    response.writeHead(given.status, headers);
    response.end(given.body);
  });
  // A server that is gone looks to the browser like one that hangs up, not like an error page.
  upstream.on('error', () => response.destroy());
  upstream.end(body);
}

function tunnel(request, socket, head, recording) {
  const url = request.url.startsWith('http') ? request.url : `http://${request.headers.host}${request.url}`;
  recording.request({ method: 'GET', url, headers: request.headers, body: Buffer.alloc(0) });
  const { hostname, port, pathname, search } = new URL(url);
  const upstream = net.connect(Number(port || 80), hostname);
  const headers = Object.entries(request.headers)
    // Uncompressed, so that the messages can be read as they pass.
    .filter(([name]) => name !== 'sec-websocket-extensions' && name !== 'proxy-connection')
    .map(([name, value]) => `${name}: ${value}\r\n`);
  upstream.write(`GET ${pathname}${search} HTTP/1.1\r\n${headers.join('')}\r\n`);
  upstream.write(head);
  socket.on(
    'data',
    frameReader((text) => recording.message(url, text)),
  );
  socket.pipe(upstream).pipe(socket);
  const hangUp = () => {
    socket.destroy();
    upstream.destroy();
  };
  for (const end of [socket, upstream]) end.on('error', hangUp).on('close', hangUp);
}
