// How many of the labelled cases come out exactly. HEROLD_CASES names the folder that holds `check/run.mjs`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { casesPath, print } from './lib.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runner = casesPath('check/run.mjs');
if (runner) {
  const herold = join(root, 'build/herold');
  const ran = spawnSync(process.execPath, [runner, '--herold', herold, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!ran.stdout) throw new Error(ran.stderr);
  const { total } = JSON.parse(ran.stdout);
  print('cases', 'herold-native', 'exact', Math.round(total.exact * total.cases), 'cases');
  print('cases', 'herold-native', 'all', total.cases, 'cases');
}
