import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const EXTENSION = join(import.meta.dirname, '../../extension');
const PLATFORM = join('src', 'platform');

function sources(folder: string): string[] {
  return readdirSync(join(EXTENSION, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function code(path: string): string {
  return readFileSync(join(EXTENSION, path), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|<!--[\s\S]*?-->/gm,
    '',
  );
}

const all = [...sources('src'), ...sources('entrypoints')];
const outside = all.filter((path) => relative(PLATFORM, path).startsWith('..'));

test('only src/platform names the browser API', () => {
  const naming = outside.filter((path) => /\b(browser|chrome)\.\w|wxt\/browser/.test(code(path)));
  expect(naming).toEqual([]);
  expect(all.length - outside.length).toBeGreaterThan(3);
});

test('src/editor and src/share know nothing of the extension around them', () => {
  const importing = outside
    .filter((path) => /^src.(editor|share)\b/.test(path))
    .filter((path) => /from '\.\.\/(platform|worker|panel|sync|engine|page)\//.test(code(path)));
  expect(importing).toEqual([]);
});

test('nothing writes to a page: no element is made, inserted, clicked or styled outside the panel', () => {
  const writing = outside
    .filter((path) => /^src.(editor|page)\b/.test(path))
    .filter((path) =>
      /createElement|append\(|appendChild|insertBefore|innerHTML|insertAdjacent|setAttribute|classList|\.style\b|\.click\(|\bfetch\(/.test(
        code(path).replaceAll('#append', ''),
      ),
    );
  expect(writing).toEqual([]);
});

test('events are sent only to an editor that takes its text by them, where a text goes in', () => {
  const sending = outside
    .filter((path) => /^src.(editor|page)\b/.test(path))
    .filter((path) => /dispatchEvent/.test(code(path)));
  expect(sending).toEqual([join('src', 'editor', 'input-path.ts')]);
});

test('nothing logs: a log could carry what a person wrote', () => {
  expect(all.filter((path) => /\bconsole\s*\./.test(code(path)))).toEqual([]);
});
