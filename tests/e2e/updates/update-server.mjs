import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { WebSocketServer } from 'ws';

/**
 * The device's side of the HTTP surface over a `Publisher`: enrolment, updates, events. Any code enrols.
 * `serve` may be set to change what is answered: `(path, text) => text | null`.
 */
export async function startUpdateServer(publisher) {
  const tokens = new Set();
  const server = http.createServer((request, response) => {
    const { status, body, type = 'application/json' } = answer(request);
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(body);
  });
  const sockets = new WebSocketServer({ server, path: '/v1/events', handleProtocols: () => 'herold.v1' });
  const hint = () => JSON.stringify({ revision: publisher.revision });
  sockets.on('connection', (socket) => socket.send(hint()));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const updates = {
    origin,
    get invitation() {
      return `${origin}/join#code.${publisher.fingerprint}`;
    },
    /** All is lost: it begins again with other keys and knows nobody. */
    beginAgain(other) {
      publisher = other;
      tokens.clear();
    },
    serve: (_path, text) => text,
    announce: () => sockets.clients.forEach((socket) => void socket.send(hint())),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return updates;

  function answer(request) {
    const { pathname } = new URL(request.url, origin);
    if (pathname === '/v1/enrol') return { status: 201, body: JSON.stringify(enrolment()) };
    if (pathname === '/v1/me') return { status: 200, body: JSON.stringify({ ...membership(), stored: [] }) };
    const [, token] = (request.headers.authorization ?? '').split(' ');
    if (!tokens.has(token)) return problem(401, 'Not signed in');
    const path = pathname.replace('/v1/updates/', '');
    const text = updates.serve(path, publisher.files.get(path) ?? null);
    if (text === null) return problem(404, 'Not found');
    return { status: 200, body: text };
  }

  function problem(status, title) {
    return { status, body: JSON.stringify({ title, status }), type: 'application/problem+json' };
  }

  function membership() {
    return { channel: publisher.channel, role: null, groups: [], joinedAt: new Date().toISOString() };
  }

  function enrolment() {
    const organisation = { id: publisher.organisation, title: { de: 'Probe', en: 'Trial' } };
    const token = randomUUID();
    tokens.add(token);
    return { token, organisation, ...membership(), root: publisher.rootText, server: origin };
  }
}
