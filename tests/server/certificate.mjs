import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Makes or replaces `cert.pem`, signed by itself, and `key.pem` in this folder → their paths. It is for all of `hosts`,
 * whose first is its subject, and holds for so many `days`.
 */
export function makeCertificate(folder, { hosts = ['localhost'], days = 30 } = {}) {
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', `${days}`, '-subj', `/CN=${hosts[0]}`, '-addext', `subjectAltName=${names}`],
      ...['-keyout', files.key, '-out', files.cert],
    ],
    { stdio: 'ignore' },
  );
  return files;
}
