import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A self-signed certificate for `hosts`, made for this run and forgotten after it. */
export async function makeCertificate(hosts) {
  const dir = await mkdtemp(join(tmpdir(), 'herold-certificate-'));
  const key = join(dir, 'key.pem');
  const cert = join(dir, 'cert.pem');
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  // prettier-ignore
  await run('openssl', [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
    '-subj',
    `/CN=${hosts[0]}`,
    '-addext',
    `subjectAltName=${names}`,
    '-keyout',
    key,
    '-out',
    cert,
  ]);
  const pair = { key: await readFile(key), cert: await readFile(cert) };
  await rm(dir, { recursive: true });
  return pair;
}
