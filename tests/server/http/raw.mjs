// Requests that no client library would send: bytes on a socket, and what comes back until it closes.
import net from 'node:net';

/** Sends the pieces with a pause (ms) between them → {status, head, body}; `end` closes our side afterwards. */
export const sendRaw = async (server, pieces, options) => parse(await exchange(server, pieces, options));

/** The same → everything that came back. */
export function exchange(server, pieces, { pause = 0, end = false, patience = 15_000 } = {}) {
  const { hostname, port } = new URL(server);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    const late = setTimeout(() => {
      socket.destroy();
      reject(new Error('no answer, and not closed'));
    }, patience);
    let received = '';
    socket.setEncoding('latin1');
    socket.on('data', (data) => (received += data));
    socket.on('error', () => {});
    socket.on('close', () => {
      clearTimeout(late);
      resolve(received);
    });
    socket.on('connect', async () => {
      for (const piece of pieces) {
        if (!socket.writable) return;
        socket.write(piece);
        if (pause) await new Promise((done) => setTimeout(done, pause));
      }
      if (end) socket.end();
    });
  });
}

function parse(received) {
  const split = received.indexOf('\r\n\r\n');
  const head = received.slice(0, split);
  const text = received.slice(split + 4);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
  return { status, head, body: /problem\+json/.test(head) ? JSON.parse(text) : text };
}

export const head = (lines) => `${lines.join('\r\n')}\r\n\r\n`;
