// server/src/http/crawlers.txt from npm's crawler-user-agents: who follows a link without being a reader.
//   node scripts/crawlers.mjs [--check]   --check writes nothing and fails when the file is not fresh
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('.', import.meta.resolve('crawler-user-agents')));
const { version, license } = JSON.parse(readFileSync(`${source}package.json`, 'utf8'));
const crawlers = JSON.parse(readFileSync(`${source}crawler-user-agents.json`, 'utf8'));
const target = fileURLToPath(new URL('../server/src/http/crawlers.txt', import.meta.url));

/** Those that the package lacks: they look at links as soon as somebody shares one, before anybody reads it. */
const PREVIEWS = ['Bluesky Cardyb/', 'XING-contenttabreceiver/', 'ms-office'];

const text = [
  `# Patterns (RE2) of npm's crawler-user-agents ${version}, ${license} licence, github.com/monperrus/crawler-user-agents.`,
  '# Written by scripts/crawlers.mjs.',
  ...crawlers.map(({ pattern }) => pattern.replaceAll('\\/', '/')),
  ...PREVIEWS,
  '',
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  console.error('server/src/http/crawlers.txt is not fresh: run node scripts/crawlers.mjs');
  process.exit(1);
}
