#!/usr/bin/env node
// Writes core/src/text/unicode_tables.cc and core/re2/unicode_scripts.cc from the Unicode Character Database (Debian's
// unicode-data).
//   node scripts/generate-unicode.mjs          write
//   node scripts/generate-unicode.mjs --check  exit 1 when a committed file is stale
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lookAlikes } from './lib/look-alikes.mjs';

const UCD = process.env.HEROLD_UNICODE_DATA ?? '/usr/share/unicode';
// Nothing at or above it has a property that the core asks for.
const LIMIT = 0xe1000;

const CATEGORIES =
  'Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn'.split(' ');
const GRAPHEME = 'Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT'.split(
  ' ',
);
const WORD =
  'Other CR LF Newline Extend ZWJ Format Regional_Indicator Katakana Hebrew_Letter ALetter Single_Quote Double_Quote MidNumLet MidLetter MidNum Numeric ExtendNumLet WSegSpace'.split(
    ' ',
  );
const SENTENCE =
  'Other CR LF Sep Extend Format Sp Lower Upper OLetter Numeric ATerm SContinue STerm Close'.split(' ');
const SCRIPTS = ['Common', 'Latin', 'Greek', 'Cyrillic', 'Other'];
const FLAGS = { defaultIgnorable: 1, whiteSpace: 2, emoji: 4, emojiPresentation: 8, pictographic: 16 };
const SCRIPT_SHIFT = 5;
// Code points of a group of decompositions.
const GROUP = 16;

// Lines of a UCD file as [first, last, value].
function* rows(file, property = null) {
  for (const line of readFileSync(`${UCD}/${file}`, 'utf8').split('\n')) {
    const fields = line
      .split('#')[0]
      .split(';')
      .map((field) => field.trim());
    if (fields.length < 2 || fields[0] === '') continue;
    if (property !== null && fields[1] !== property) continue;
    const [first, last = first] = fields[0].split('..').map((hex) => Number.parseInt(hex, 16));
    yield [first, last, fields[1], fields[2]];
  }
}

function propertyArray(file, names, fallback) {
  const values = new Uint8Array(LIMIT).fill(names.indexOf(fallback));
  for (const [first, last, name] of rows(file)) {
    const value = names.indexOf(name);
    if (value < 0) throw new Error(`${file}: unknown value ${name}`);
    values.fill(value, first, Math.min(last + 1, LIMIT));
  }
  return values;
}

function flagArray() {
  const flags = new Uint8Array(LIMIT);
  const set = (file, property, flag) => {
    for (const [first, last] of rows(file, property))
      for (let c = first; c <= last && c < LIMIT; c++) flags[c] |= flag;
  };
  set('DerivedCoreProperties.txt', 'Default_Ignorable_Code_Point', FLAGS.defaultIgnorable);
  set('PropList.txt', 'White_Space', FLAGS.whiteSpace);
  set('emoji/emoji-data.txt', 'Emoji', FLAGS.emoji);
  set('emoji/emoji-data.txt', 'Emoji_Presentation', FLAGS.emojiPresentation);
  set('emoji/emoji-data.txt', 'Extended_Pictographic', FLAGS.pictographic);
  const scripts = new Uint8Array(LIMIT).fill(SCRIPTS.indexOf('Other') << SCRIPT_SHIFT);
  for (const [first, last, name] of rows('Scripts.txt')) {
    const script =
      name === 'Inherited' ? 0 : SCRIPTS.includes(name) ? SCRIPTS.indexOf(name) : SCRIPTS.indexOf('Other');
    scripts.fill(script << SCRIPT_SHIFT, first, Math.min(last + 1, LIMIT));
  }
  return flags.map((flag, c) => flag | scripts[c]);
}

// Two-stage table: equal blocks of `values` are stored once.
function stages(values, blockSize) {
  const blocks = new Map();
  const first = [];
  const second = [];
  for (let start = 0; start < values.length; start += blockSize) {
    const block = values.slice(start, start + blockSize);
    const key = block.join();
    if (!blocks.has(key)) {
      blocks.set(key, blocks.size);
      second.push(...block);
    }
    first.push(blocks.get(key));
  }
  return { first, second };
}

function propertyRecords() {
  const category = propertyArray('extracted/DerivedGeneralCategory.txt', CATEGORIES, 'Cn');
  const grapheme = propertyArray('auxiliary/GraphemeBreakProperty.txt', GRAPHEME, 'Other');
  const word = propertyArray('auxiliary/WordBreakProperty.txt', WORD, 'Other');
  const sentence = propertyArray('auxiliary/SentenceBreakProperty.txt', SENTENCE, 'Other');
  const combining = new Uint8Array(LIMIT);
  for (const [first, last, value] of rows('extracted/DerivedCombiningClass.txt'))
    combining.fill(Number(value), first, Math.min(last + 1, LIMIT));
  const flags = flagArray();

  const records = new Map();
  const indices = new Array(LIMIT);
  for (let c = 0; c < LIMIT; c++) {
    const record = [category[c], grapheme[c], word[c], sentence[c], combining[c], flags[c]].join();
    if (!records.has(record)) records.set(record, records.size);
    indices[c] = records.get(record);
  }
  if (records.size > 256) throw new Error(`${records.size} property records do not fit a byte`);
  return { records: [...records.keys()], ...stages(indices, 128) };
}

const hangul = (c) => c >= 0xac00 && c <= 0xd7a3;

// ⒜ to ⒵ and 🄐 to 🄩: one alphabet of many that a term may be written in. Their parentheses, which Unicode decomposes
// them to as well, would hide it.
const inParentheses = (c) => (c >= 0x249c && c <= 0x24b5) || (c >= 0x1f110 && c <= 0x1f129);

// Full compatibility decompositions, as UTF-8 behind a byte: the length, 128 when there is no canonical one, 64 when
// there is another, which then follows, its length first. Those of 16 neighbours lie side by side: a group has a bit for each that has one, and where the first of them is. An
// offset for each, with equal entries stored once, would be smaller in memory and half as large again to download.
function decompositions() {
  const mapping = new Map();
  for (const line of readFileSync(`${UCD}/UnicodeData.txt`, 'utf8').split('\n')) {
    const fields = line.split(';');
    if (!fields[5]) continue;
    const compatible = fields[5].startsWith('<');
    const points = fields[5]
      .replace(/<.*> /, '')
      .split(' ')
      .map((hex) => Number.parseInt(hex, 16));
    mapping.set(Number.parseInt(fields[0], 16), { compatible, points });
  }
  const expand = (c, canonicalOnly) => {
    const entry = mapping.get(c);
    if (!entry || (canonicalOnly && entry.compatible)) return [c];
    const points = inParentheses(c) ? entry.points.slice(1, -1) : entry.points;
    return points.flatMap((point) => expand(point, canonicalOnly));
  };
  const pool = [];
  const masks = new Array(0x2fa40 / GROUP).fill(0);
  const offsets = new Array(masks.length).fill(0);
  const encode = (points) => [...new TextEncoder().encode(String.fromCodePoint(...points))];
  for (const c of [...mapping.keys()].sort((a, b) => a - b)) {
    const full = encode(expand(c, false));
    const canonical = encode(expand(c, true));
    if (full.length > 63) throw new Error(`the decomposition of U+${c.toString(16)} is too long`);
    const group = Math.floor(c / GROUP);
    if (masks[group] === 0) offsets[group] = pool.length;
    masks[group] |= 1 << (c % GROUP);
    if (canonical.join() === full.join()) pool.push(full.length, ...full);
    else if (canonical.join() === encode([c]).join()) pool.push(full.length | 128, ...full);
    else pool.push(full.length | 64, ...full, canonical.length, ...canonical);
  }
  if (pool.length > 65535) throw new Error('the decomposition pool does not fit 16 bits');
  const groups = masks.map((mask, i) => `{${mask},${offsets[i]}}`);
  return { pool, ...stages(groups, 4), expand };
}

// Case folding of what decompositions leave, as runs [first, last, step, delta]. Checked against NFKC_CF, which
// is what folding must amount to.
function caseFolding(expand) {
  const folding = new Map();
  for (const [c, , status, target] of rows('CaseFolding.txt'))
    if (status === 'C' || status === 'F')
      folding.set(
        c,
        target.split(' ').map((hex) => Number.parseInt(hex, 16)),
      );

  const runs = [];
  const special = [];
  for (const [c, target] of [...folding].sort((a, b) => a[0] - b[0])) {
    if (expand(c, false).join() !== String(c)) continue;
    if (target.length > 1) {
      special.push([c, target]);
      continue;
    }
    const delta = target[0] - c;
    const run = runs.at(-1);
    if (run && run[3] === delta && c - run[1] <= 2 && (run[0] === run[1] || c - run[1] === run[2])) {
      run[2] = c - run[1];
      run[1] = c;
    } else {
      runs.push([c, c, 1, delta]);
    }
  }
  const sharpS = special.map(([c]) => c).join();
  if (sharpS !== [0xdf, 0x1e9e].join()) throw new Error(`unexpected full case foldings: ${sharpS}`);
  verifyFolding(folding, expand);
  return runs;
}

function verifyFolding(folding, expand) {
  const nfkd = (text) => text.normalize('NFKD');
  const expected = new Map();
  for (const line of readFileSync(`${UCD}/DerivedNormalizationProps.txt`, 'utf8').split('\n')) {
    const match = /^([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; NFKC_CF\s*;\s*([0-9A-F ]*)/.exec(line);
    if (!match) continue;
    const target =
      match[3].trim() === ''
        ? ''
        : String.fromCodePoint(
            ...match[3]
              .trim()
              .split(' ')
              .map((hex) => Number.parseInt(hex, 16)),
          );
    for (let c = Number.parseInt(match[1], 16); c <= Number.parseInt(match[2] ?? match[1], 16); c++)
      expected.set(c, target);
  }
  const ignorable = new Set();
  for (const [first, last] of rows('DerivedCoreProperties.txt', 'Default_Ignorable_Code_Point'))
    for (let c = first; c <= last; c++) ignorable.add(c);
  for (let c = 0; c < LIMIT; c++) {
    if ((c >= 0xd800 && c <= 0xdfff) || hangul(c) || inParentheses(c)) continue;
    const points = ignorable.has(c) ? [] : expand(c, false).filter((point) => !ignorable.has(point));
    const ours = nfkd(String.fromCodePoint(...points.flatMap((point) => folding.get(point) ?? [point])));
    const theirs = nfkd(expected.get(c) ?? String.fromCodePoint(c));
    if (ours !== theirs)
      throw new Error(`U+${c.toString(16)} would fold to «${ours}» instead of «${theirs}»`);
  }
}

function array(type, name, values) {
  const lines = [];
  let line = '';
  for (const value of values) {
    if (line.length + String(value).length > 116) {
      lines.push(line);
      line = '';
    }
    line += `${value},`;
  }
  lines.push(line);
  return `const ${type} ${name}[] = {\n${lines.join('\n')}\n};\n`;
}

// As core/re2/unicode_scripts.h describes them.
function scripts() {
  const ranges = [...rows('Scripts.txt')].map(([first, last, name]) => [first, last, name]);
  const names = [...new Set(ranges.map(([, , name]) => name))].sort();
  const bytes = [];
  const write = (number) => {
    for (; number > 127; number >>= 7) bytes.push((number & 127) | 128);
    bytes.push(number);
  };
  let next = 0;
  for (const [first, last, name] of merged(ranges.sort((a, b) => a[0] - b[0]))) {
    write(first - next);
    write(last - first);
    bytes.push(names.indexOf(name));
    next = last + 1;
  }
  return { names, bytes };
}

// Sorted ranges, those that touch and have one value as one.
function merged(ranges) {
  const runs = [];
  for (const [first, last, value] of ranges) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === first && run[2] === value) run[1] = last;
    else runs.push([first, last, value]);
  }
  return runs;
}

function head() {
  const version = /Scripts-([\d.]+)\.txt/.exec(readFileSync(`${UCD}/Scripts.txt`, 'utf8'))[1];
  return [
    '// Made by scripts/generate-unicode.mjs; do not edit.',
    `// Derived from the Unicode Character Database ${version} and UTS #39, © Unicode, Inc., under the Unicode License`,
    '// (https://www.unicode.org/license.txt).',
    '// clang-format off',
  ];
}

function generateScripts() {
  const { names, bytes } = scripts();
  return [
    ...head(),
    '#include "unicode_scripts.h"\n',
    'namespace herold::re2_tables {\n',
    `const char script_names[] =\n${names.map((name) => `  "${name}\\0"`).join('\n')};\n`,
    `static_assert(script_count == ${names.length});\n`,
    array('std::uint8_t', 'script_runs', bytes),
    'const std::size_t script_runs_size = sizeof script_runs;\n',
    '}  // namespace herold::re2_tables\n',
  ].join('\n');
}

function generate() {
  const properties = propertyRecords();
  const { expand, ...decomposition } = decompositions();
  const runs = caseFolding(expand);
  return [
    ...head(),
    '#include "text/unicode_tables.h"\n',
    'namespace herold::text::tables {\n',
    array('std::uint16_t', 'property_blocks', properties.first),
    array('std::uint8_t', 'property_values', properties.second),
    array(
      'Properties',
      'property_records',
      properties.records.map((record) => `{${record}}`),
    ),
    array('std::uint8_t', 'decomposition_blocks', decomposition.first),
    array('DecompositionGroup', 'decomposition_groups', decomposition.second),
    array('std::uint8_t', 'decomposition_pool', decomposition.pool),
    array(
      'CaseRun',
      'case_runs',
      runs.map((run) => `{${run}}`),
    ),
    `const std::size_t case_run_count = ${runs.length};\n`,
    array(
      'LookAlike',
      'look_alikes',
      lookAlikes().map((pair) => `{${pair}}`),
    ),
    `const std::size_t look_alike_count = ${lookAlikes().length};\n`,
    '}  // namespace herold::text::tables\n',
  ].join('\n');
}

const TARGETS = {
  'core/src/text/unicode_tables.cc': generate,
  'core/re2/unicode_scripts.cc': generateScripts,
};

for (const [target, make] of Object.entries(TARGETS)) {
  const path = fileURLToPath(new URL(`../${target}`, import.meta.url));
  const made = make();
  if (!process.argv.includes('--check')) {
    writeFileSync(path, made);
  } else if (readFileSync(path, 'utf8') !== made) {
    console.error(`${target} is stale: run node scripts/generate-unicode.mjs`);
    process.exitCode = 1;
  }
}
