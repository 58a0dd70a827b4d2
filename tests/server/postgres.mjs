// A PostgreSQL database of one's own: in the cluster that HEROLD_POSTGRES names (a URL of a role that may create
// databases), else in a private cluster that lives as long as this process.
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** → {url, drop()} */
export async function createDatabase(encoding = 'UTF8') {
  const cluster = await theCluster();
  const name = `herold_${randomBytes(6).toString('hex')}`;
  // With the order of a language, as companies have it, so that it shows where the server relies on another.
  await cluster.sql(
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'de'`,
  );
  return {
    url: cluster.url(name),
    drop: () => cluster.sql(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

let cluster;
function theCluster() {
  cluster ??= process.env.HEROLD_POSTGRES ? givenCluster(process.env.HEROLD_POSTGRES) : startCluster();
  return cluster;
}

async function givenCluster(url) {
  const named = (name) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { url: named, sql: (text) => run('psql', ['-qX', '-c', text, url]) };
}

// PostgreSQL refuses to run as root; its own account is there wherever the package is.
const asOwner = (program, args) =>
  process.getuid() === 0 ? run('runuser', ['-u', 'postgres', '--', program, ...args]) : run(program, args);

async function startCluster() {
  const [version] = (await readdir('/usr/lib/postgresql')).sort((a, b) => b - a);
  const program = (name) => join('/usr/lib/postgresql', version, 'bin', name);
  const folder = await mkdtemp(join(tmpdir(), 'herold-postgres-'));
  await chmod(folder, 0o777);
  const data = join(folder, 'data');
  await asOwner(program('initdb'), [
    '-D',
    data,
    '-A',
    'trust',
    '-U',
    'herold',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale=C',
  ]);
  // Only on a socket in the folder: no port to collide on. Nothing of a test outlives a crash of the machine.
  const settings = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`;
  await asOwner(program('pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start']);
  const url = (name) => `postgresql://herold@/${name}?host=${encodeURIComponent(folder)}`;
  return {
    url,
    sql: (text) => run('psql', ['-qX', '-c', text, url('postgres')]),
    async stop() {
      await asOwner(program('pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Call when no database is needed any more. */
export async function stopCluster() {
  const stopping = await cluster;
  cluster = undefined;
  await stopping?.stop?.();
}
