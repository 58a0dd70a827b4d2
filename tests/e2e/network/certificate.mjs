import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCertificate } from '../../server/certificate.mjs';

/** The bytes of a certificate for `hosts`, made for this run and forgotten after it. */
export async function passingCertificate(hosts) {
  const folder = await mkdtemp(join(tmpdir(), 'herold-certificate-'));
  const files = makeCertificate(folder, { hosts, days: 2 });
  const pair = { key: await readFile(files.key), cert: await readFile(files.cert) };
  await rm(folder, { recursive: true });
  return pair;
}
