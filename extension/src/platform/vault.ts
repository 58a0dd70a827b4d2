// Secrets kept on this device: AES-GCM under a key that WebCrypto never gives out again, which lies in IndexedDB.
// Whoever copies the stored text alone has nothing.

const DATABASE = 'vault';
const KEYS = 'keys';
const ONLY = 'only';
const IV_BYTES = 12;

export interface Sealed {
  /** Base64, like `text`. */
  iv: string;
  text: string;
}

/** `purpose` is bound to it: what was sealed for one does not open as another. */
export async function seal(secret: string, purpose: string): Promise<Sealed> {
  const key = (await storedKey()) ?? (await newKey());
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = await crypto.subtle.encrypt(algorithm(iv, purpose), key, new TextEncoder().encode(secret));
  return { iv: base64(iv), text: base64(new Uint8Array(text)) };
}

/** Null when the key is gone or the text was changed. */
export async function unseal({ iv, text }: Sealed, purpose: string): Promise<string | null> {
  try {
    const key = await storedKey();
    if (!key) return null;
    const secret = await crypto.subtle.decrypt(algorithm(bytes(iv), purpose), key, bytes(text));
    return new TextDecoder().decode(secret);
  } catch {
    return null;
  }
}

/** With the key, all that was sealed is gone. */
export async function destroyKey(): Promise<void> {
  await withKeys('readwrite', (keys) => keys.delete(ONLY));
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, purpose: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

function storedKey(): Promise<CryptoKey | undefined> {
  return withKeys<CryptoKey | undefined>('readonly', (keys) => keys.get(ONLY));
}

async function newKey(): Promise<CryptoKey> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  // Of two that are made at the same time the first is kept: with the other, what it sealed would be lost.
  const refusal = await withKeys('readwrite', (keys) => keys.add(key, ONLY)).then(
    () => null,
    (error: unknown) => error,
  );
  const kept = await storedKey();
  if (!kept) throw refusal;
  return kept;
}

async function withKeys<T>(mode: IDBTransactionMode, work: (keys: IDBObjectStore) => IDBRequest): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(KEYS);
  const database = await settled(opening);
  try {
    const transaction = database.transaction(KEYS, mode);
    const result = (await settled(work(transaction.objectStore(KEYS)))) as T;
    return result;
  } finally {
    database.close();
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const base64 = (from: Uint8Array) => btoa(String.fromCharCode(...from));
const bytes = (from: string) => Uint8Array.from(atob(from), (character) => character.charCodeAt(0));
