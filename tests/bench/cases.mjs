// How many of the labelled cases come out exactly. HEROLD_CASES names the folder that holds `check/run.mjs`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from './lib.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const runner = join(process.env.HEROLD_CASES ?? join(root, '../shared/cases'), 'check/run.mjs');
if (existsSync(runner)) {
  const herold = join(root, 'build/herold');
  const ran = spawnSync(process.execPath, [runner, '--herold', herold, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (!ran.stdout) throw new Error(ran.stderr);
  const { total } = JSON.parse(ran.stdout);
  print('cases', 'herold-native', 'exact', Math.round(total.exact * total.cases), 'cases');
  print('cases', 'herold-native', 'all', total.cases, 'cases');
} else {
  console.error(`there are no cases at ${runner}; set HEROLD_CASES to the folder that holds check/run.mjs`);
}
