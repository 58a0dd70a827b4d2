// The labelled cases that HEROLD_CASES names, against the native program. A case passes when the findings are exactly
// those expected; what concerns a guideline that the program says it does not support yet is left out of the comparison
// and counted, so that nothing is skipped in silence.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = join(process.env.HEROLD_CASES, 'check');
const herold =
  process.env.HEROLD ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'build', 'herold');
const cases = readFileSync(join(folder, 'cases-open.jsonl'), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

function check({ pack, draft, options = {} }) {
  const flags = ['language', 'role', 'network', 'at', 'reader'].flatMap((name) =>
    options[name] == null ? [] : [`--${name}`, options[name]],
  );
  const groups = (options.groups ?? []).flatMap((group) => ['--group', group]);
  const argv = ['check', '--pack', join(folder, pack), '--format', 'json', ...flags, ...groups, '-'];
  return new Promise((resolve, reject) => {
    const child = execFile(herold, argv, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) return reject(new Error(`exit ${error.code}: ${stderr}`));
      resolve(JSON.parse(stdout));
    });
    child.stdin.end(draft);
  });
}

const place = ({ guideline, start, end }) => `${guideline} ${start}-${end}`;

// An expectation marked `loose` accepts any division of its stretch into findings.
function unexpected(findings, expected) {
  const left = [...findings];
  const missing = [];
  for (const each of expected) {
    const fits = each.loose
      ? (f) => f.guideline === each.guideline && f.start >= each.start && f.end <= each.end
      : (f) => place(f) === place(each);
    const found = each.loose ? left.filter(fits) : left.filter(fits).slice(0, 1);
    if (found.length === 0) missing.push(place(each));
    for (const finding of found) left.splice(left.indexOf(finding), 1);
  }
  return { missing, extra: left.map(place) };
}

let leftOut = 0;
for (const each of cases) {
  test(each.id, async () => {
    const answer = await check(each);
    const unsupported = new Set(
      (answer.problems ?? []).filter((p) => /not supported yet/.test(p.message)).map((p) => p.guideline),
    );
    const counts = (finding) =>
      !unsupported.has(finding.guideline) && (!each.only || each.only.includes(finding.guideline));
    leftOut += each.expect.filter((finding) => unsupported.has(finding.guideline)).length;
    const findings = answer.findings.map(({ guideline, range }) => ({ guideline, ...range })).filter(counts);
    assert.deepEqual(unexpected(findings, each.expect.filter(counts)), { missing: [], extra: [] }, each.why);
  });
}

process.on('exit', () => {
  console.log(`${cases.length} labelled cases; ${leftOut} expectations concern guidelines not supported yet`);
});
