// An update transport made of what browsers and Node bring: fetch and WebCrypto.

import type { SignatureCheck, UpdateTransport } from './update';

/** `base` is the address of `/v1/updates/`, with the final slash. `init` carries the device token. */
export function webTransport(base: string, init: RequestInit = {}): UpdateTransport {
  return {
    async fetch(path, maxBytes) {
      const response = await fetch(new URL(path, base), init);
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(`the server answered ${response.status} to ${path}`);
      return readAtMost(response, maxBytes + 1);
    },
    verify: (checks) => Promise.all(checks.map(verifyEd25519)),
    sha256,
  };
}

/** Reads a body up to `limit` bytes and drops the rest unread. */
export async function readAtMost(response: Response, limit: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader && size < limit) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  await reader?.cancel();
  const bytes = new Uint8Array(Math.min(size, limit));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, bytes.length - at), at);
    at += chunk.length;
  }
  return bytes;
}

export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
  return toHex(new Uint8Array(digest));
}

/** A malformed key or signature does not hold; it is no error. */
export async function verifyEd25519({ key, signature, message }: SignatureCheck): Promise<boolean> {
  try {
    const publicKey = await crypto.subtle.importKey('raw', fromHex(key), 'Ed25519', false, ['verify']);
    const signed = new TextEncoder().encode(message);
    return await crypto.subtle.verify('Ed25519', publicKey, fromHex(signature), signed);
  } catch {
    return false;
  }
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Throws on whatever is no whole number of bytes: a lenient reading would take what other clients refuse. */
function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  if (!/^(?:[0-9a-f]{2})*$/i.test(hex)) throw new Error('no hexadecimal');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
