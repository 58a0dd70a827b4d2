// The dependency arrows of the layout: which folder may include or import what. A file that reaches
// for anything else fails here, with the line that does it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);

// A quoted or angled include that is not the standard library's: "folder/file.h" or <library/file.h>.
const includesOf = (text) =>
  [...text.matchAll(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/gm)]
    .map(([, path]) => path)
    .filter((path) => path.includes('/') || /\.(h|hpp)$/.test(path));

// Folder → what an include in it may begin with. Its own folder is always allowed.
const C_LIBRARY =
  /^(unistd|fcntl|signal|time|stdint|stddef|sys\/|netinet\/|arpa\/|sysexits|termios|pwd|errno|limits)/;
const CPP_ARROWS = {
  'core/include/herold': ['herold/'],
  'core/re2': ['re2/', 'util/', 'text/unicode_tables.h', 'unicode_scripts.h'],
  'core/src/text': ['herold/', 'runtime/api.h', 'src_c/stem_ISO_8859_1_'],
  'core/src/match': ['herold/', 'text/', 're2/', 'argon2.h'],
  'core/src/check': ['herold/', 'match/', 'text/'],
  'core/src/suggest': ['herold/', 'match/', 'text/'],
  'core/src/update': ['herold/'],
  'core/src/pack': [
    'herold/',
    'check/',
    'match/',
    'text/',
    'update/',
    'nlohmann/',
    'emscripten/emscripten.h',
  ],
  'core/vale': ['herold/', 'text/', 'nlohmann/', 'yaml-cpp/'],
  'core/cli': ['herold/', 'pack/json_writer.h', 'text/', 'vale/', 'nlohmann/', 'CLI/', 'sodium.h', 'curl/'],
  'wasm/bindings': ['herold/', 'emscripten'],
  'server/src/store': ['store/', 'app/result.h', 'nlohmann/', 'SQLiteCpp/', 'sqlite3.h', 'pqxx/', 'spdlog/'],
  'server/src/auth': ['herold/ascii.h', 'app/', 'store/', 'sodium.h'],
  // The core's folding serves the search in the library.
  'server/src/app': ['auth/', 'store/', 'herold/', 'text/', 'nlohmann/', 'sodium.h', 'spdlog/', 'curl/'],
  'server/src/outgoing': ['herold/ascii.h', 'curl/'],
  'server/src/feeds': [
    'herold/ascii.h',
    'herold/language_tag.h',
    'herold/utf8.h',
    'app/',
    'outgoing/',
    'store/',
    'libxml/',
    'spdlog/',
  ],
  'server/src/push': ['app/', 'boost/', 'nlohmann/', 'spdlog/'],
  'server/src/http': [
    'herold/ascii.h',
    'herold/percent_encoding.h',
    'herold/utf8.h',
    'app/',
    'auth/',
    'feeds/',
    'outgoing/',
    'push/',
    'boost/',
    'nlohmann/',
    'openssl/',
    're2/',
    'spdlog/',
    'zlib.h',
    'brotli/',
    'prometheus/',
  ],
};

const folderOf = (file) =>
  Object.keys(CPP_ARROWS)
    .filter((folder) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];

for (const folder of Object.keys(CPP_ARROWS)) {
  test(`${folder} includes only what it may know`, () => {
    const own = `${folder.split('/').at(-1)}/`;
    const wrong = files
      .filter((file) => /\.(cc|h)$/.test(file) && folderOf(file) === folder)
      .flatMap((file) =>
        includesOf(readFileSync(join(root, file), 'utf8'))
          .filter(
            (path) =>
              !C_LIBRARY.test(path) && (path.includes('/') || /^(argon2|sodium|sqlite3|zlib)\.h$/.test(path)),
          )
          .filter(
            (path) =>
              !path.startsWith(own) && !CPP_ARROWS[folder].some((allowed) => path.startsWith(allowed)),
          )
          .map((path) => `${file} includes ${path}`),
      );
    assert.deepEqual(wrong, []);
  });
}

test('SQL is spoken in server/src/store alone', () => {
  const wrong = files.filter(
    (file) =>
      /^server\/src\/.*\.(cc|h)$/.test(file) &&
      !file.startsWith('server/src/store/') &&
      /\b(SELECT .+ FROM|INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
  );
  assert.deepEqual(wrong, []);
});

test('nothing includes or imports the tests', () => {
  const wrong = files.filter(
    (file) =>
      /^(core|wasm|server|extension)\/.*\.(cc|h|ts|svelte|mjs)$/.test(file) &&
      /(#\s*include|from|import)\s*[<("']+[^>"'\n]*\btests\//.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(wrong, []);
});

// The module a TypeScript or Svelte file imports, as a path from the root where it is relative.
const importsOf = (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\n]+)['"]/g)].map(([, path]) =>
    path.startsWith('.') ? normalize(join(dirname(file), path)) : path,
  );
};

const WEB_ARROWS = [
  { who: 'wasm/ts/', never: /^(extension|server)\//, why: 'the wrapper knows only the glue' },
  {
    who: 'extension/src/editor/',
    never: /extension\/src\/(engine|panel|sync|platform|share)\//,
    why: 'the editor knows the DOM alone',
  },
  {
    who: 'extension/src/look/',
    never: /extension\/src\/(?!look\/)/,
    why: 'the look knows nothing of the extension',
  },
  {
    who: 'extension/src/linkedin/',
    never: /extension\/src\/(?!linkedin\/|share\/)/,
    why: 'the protocol knows nothing of the extension',
  },
  { who: 'extension/src/share/', never: /extension\/src\/(?!share\/)/, why: 'a network is a pure function' },
  { who: 'extension/', never: /^server\/(?!openapi)/, why: 'the server is reached over HTTP' },
  {
    who: 'server/console/',
    never: /^extension\/src\/(?!look\/|share\/)/,
    why: 'the console shares the look, and how a message is composed and counted',
  },
  { who: 'extension/', never: /wasm\/(dist|bindings)\//, why: 'the glue has one importer' },
  { who: 'server/console/src/', never: /wasm\/dist\/.*\.m?js$/, why: 'the glue has one importer' },
];

for (const { who, never, why } of WEB_ARROWS) {
  test(`${who}: ${why}`, () => {
    const wrong = files
      .filter((file) => file.startsWith(who) && /\.(ts|svelte|mts)$/.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter((path) => never.test(path))
          .map((path) => `${file} imports ${path}`),
      );
    assert.deepEqual(wrong, []);
  });
}

test('every link in our pages leads somewhere', () => {
  const dead = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\]\(([^)#\s]+)/g)]
        .map(([, target]) => target)
        .filter(
          (target) => !/^[a-z]+:/.test(target) && !files.includes(normalize(join(dirname(file), target))),
        )
        .map((target) => `${file}: ${target}`),
    );
  assert.deepEqual(dead, []);
});
