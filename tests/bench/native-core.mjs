// Runs the native program beside this file, which prints its figures itself.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../build/native-release/tests/bench/core_bench', import.meta.url));

export function runNative(bench, terms = [], draft = '') {
  const folder = mkdtempSync(join(tmpdir(), 'herold-bench-'));
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  try {
    execFileSync(program, [bench, file('terms', terms.join('\n')), file('draft', draft)], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
