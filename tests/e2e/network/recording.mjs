import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/**
 * Everything a browser sent, in order: one entry a request or outgoing WebSocket message,
 * `{ at, kind: 'request' | 'message', method, url, headers, body }`, where `body` is text.
 */
export class Recording {
  entries = [];

  request({ method, url, headers, body }) {
    const text = decode(body, headers['content-encoding']).toString('utf8');
    this.entries.push({ at: Date.now(), kind: 'request', method, url, headers, body: text });
  }

  message(url, text) {
    this.entries.push({ at: Date.now(), kind: 'message', method: 'SEND', url, headers: {}, body: text });
  }

  /** Entries to one host (`www.linkedin.com`, `127.0.0.1:8080`). */
  to(host) {
    return this.entries.filter((entry) => new URL(entry.url).host === host);
  }

  /** Entries that carry `word` in any of the encodings in which text usually travels. */
  carrying(word) {
    const shapes = encodings(word);
    return this.entries.filter((entry) => {
      const sent = `${entry.url}\n${JSON.stringify(entry.headers)}\n${entry.body}`;
      const lower = sent.toLowerCase();
      return shapes.some(({ text, exact }) => (exact ? sent.includes(text) : lower.includes(text)));
    });
  }
}

function decode(body, encoding) {
  try {
    if (encoding === 'gzip') return gunzipSync(body);
    if (encoding === 'br') return brotliDecompressSync(body);
    if (encoding === 'deflate') return inflateSync(body);
  } catch {
    // What cannot be unpacked is searched as it was sent.
  }
  return body;
}

function encodings(word) {
  const bytes = Buffer.from(word, 'utf8');
  const folded = [word, encodeURIComponent(word), bytes.toString('hex'), jsonEscaped(word)];
  // Base64 depends on where in a group of three the word begins; whole groups inside it are compared.
  const base64 = [0, 1, 2].flatMap((skip) => {
    const whole = bytes.subarray(skip, skip + Math.floor((bytes.length - skip) / 3) * 3);
    return whole.length >= 6 ? [whole.toString('base64'), whole.toString('base64url')] : [];
  });
  return [
    ...folded.map((text) => ({ text: text.toLowerCase(), exact: false })),
    ...base64.map((text) => ({ text, exact: true })),
  ];
}

function jsonEscaped(word) {
  return word.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
