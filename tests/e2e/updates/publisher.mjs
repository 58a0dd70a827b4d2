import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';

const DAY_MS = 86_400_000;

/**
 * A TUF repository of one organisation in memory, with keys at hand, so that a story can publish what
 * the real server never would: properly signed and yet expired, older, or of somebody else.
 *
 * `publish` makes the next version of everything; `files` holds what a client may fetch, by the path
 * under `/v1/updates/`.
 */
export class Publisher {
  files = new Map();
  #keys = Object.fromEntries(['root', 'targets', 'snapshot', 'timestamp'].map((role) => [role, makeKey()]));
  #version = 0;

  constructor({ organisation, channel }) {
    this.organisation = organisation;
    this.channel = channel;
    this.rootText = this.#signed('root', {
      consistent_snapshot: true,
      keys: Object.fromEntries(Object.values(this.#keys).map(({ id, key }) => [id, key])),
      roles: Object.fromEntries(
        Object.entries(this.#keys).map(([role, { id }]) => [role, { keyids: [id], threshold: 1 }]),
      ),
      version: 1,
      expires: after(365),
    });
    this.files.set('metadata/1.root.json', this.rootText);
  }

  /** What an invitation pins: base64url of the first 16 bytes of the root's SHA-256. */
  get fingerprint() {
    return createHash('sha256').update(this.rootText).digest().subarray(0, 16).toString('base64url');
  }

  get revision() {
    return this.#version;
  }

  /** `bundle` overrides parts of the bundle; `expiresInDays` is the timestamp's. */
  publish({ pack, bundle = {}, expiresInDays = 1 }) {
    const version = ++this.#version;
    const text = JSON.stringify({
      organisation: this.organisation,
      channel: this.channel,
      revision: version,
      issuedAt: new Date().toISOString().replace(/\.\d+/, ''),
      pack,
      content: [],
      topics: {},
      roles: [],
      pages: {},
      settings: { pageMode: 'offered' },
      ...bundle,
    });
    const target = describe(text);
    this.files.set(`targets/${target.hashes.sha256}.${this.channel}.json`, text);
    const targets = this.#signed('targets', {
      targets: { [`${this.channel}.json`]: target },
      version,
      expires: after(365),
    });
    this.files.set(`metadata/${version}.targets.json`, targets);
    const snapshot = this.#signed('snapshot', {
      meta: { 'targets.json': { version, ...describe(targets) } },
      version,
      expires: after(7),
    });
    this.files.set(`metadata/${version}.snapshot.json`, snapshot);
    const timestamp = this.#signed('timestamp', {
      meta: { 'snapshot.json': { version, ...describe(snapshot) } },
      version,
      expires: after(expiresInDays),
    });
    this.files.set('metadata/timestamp.json', timestamp);
    return version;
  }

  #signed(role, content) {
    const signed = { _type: role, spec_version: '1.0.31', ...content };
    const { id, privateKey } = this.#keys[role];
    const sig = sign(null, Buffer.from(canonicalize(signed)), privateKey).toString('hex');
    return JSON.stringify({ signatures: [{ keyid: id, sig }], signed });
  }
}

function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const bytes = Buffer.from(publicKey.export({ format: 'jwk' }).x, 'base64url');
  const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: bytes.toString('hex') } };
  return { id: createHash('sha256').update(canonicalize(key)).digest('hex'), key, privateKey };
}

function describe(text) {
  return {
    length: Buffer.byteLength(text),
    hashes: { sha256: createHash('sha256').update(text).digest('hex') },
  };
}

function after(days) {
  return new Date(Date.now() + days * DAY_MS).toISOString().replace(/\.\d+/, '');
}
