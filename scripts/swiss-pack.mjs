// core/packs/de-CH.json from core/packs/de.json: Swiss spelling, Swiss words, Swiss law.
//   node scripts/swiss-pack.mjs [--check]   --check writes nothing and fails when the file is not fresh
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packs = fileURLToPath(new URL('../core/packs/', import.meta.url));
const german = JSON.parse(readFileSync(`${packs}de.json`, 'utf8'));

const words = [
  ['Pressestelle', 'Medienstelle'],
  ['Pressemitteilung', 'Medienmitteilung'],
  ['ß', 'ss'],
];

const review = {
  'de-CH': 'Lass die Regel für euer Haus rechtlich prüfen.',
  en: 'Have this rule reviewed by your lawyers.',
};
const uwg = 'https://www.fedlex.admin.ch/eli/cc/1988/223_223_223/de';
const dsg = 'https://www.fedlex.admin.ch/eli/cc/2022/491/de';

// By what the German source names: the Swiss one, and where to read it.
const sources = [
  [
    'UWG § 5a Abs. 4',
    'UWG Art. 2 und Grundsatz B.15 der Lauterkeitskommission',
    'Article 2 UCA and rule B.15 of the Swiss Commission for Fairness',
    uwg,
  ],
  ['UWG § 5a (', 'UWG Art. 3 und Geldspielgesetz', 'Article 3 UCA and the Gambling Act', uwg],
  ['UWG § 5 (', 'UWG Art. 3 Abs. 1 Bst. b', 'Article 3 (1) b UCA', uwg],
  ['UWG § 5 und', 'UWG Art. 3 Abs. 1 Bst. x', 'Article 3 (1) x UCA', uwg],
  ['UWG § 6', 'UWG Art. 3 Abs. 1 Bst. e', 'Article 3 (1) e UCA', uwg],
  ['DSGVO', 'DSG Art. 6 und 31, ZGB Art. 28', 'Articles 6 and 31 FADP, Article 28 Civil Code', dsg],
  [
    'UrhG',
    'URG Art. 2 und 9',
    'Articles 2 and 9 Copyright Act',
    'https://www.fedlex.admin.ch/eli/cc/1993/1798_1798_1798/de',
  ],
  [
    'Marktmissbrauchsverordnung',
    'FinfraG Art. 142 und 154, Kotierungsreglement der SIX Art. 53',
    'Articles 142 and 154 FinMIA, Article 53 of the SIX Listing Rules',
    'https://www.fedlex.admin.ch/eli/cc/2015/853/de',
  ],
];

const eszett = {
  id: 'de-ch.wording.eszett',
  kind: 'substitution',
  severity: 'suggestion',
  message: {
    'de-CH': 'In der Schweiz schreibt man «{replacement}» statt «{match}».',
    en: 'Swiss spelling has “{replacement}”, not “{match}”.',
  },
  why: {
    'de-CH': 'Das Zeichen fällt hier auf wie ein fremder Akzent. Ein Klick ersetzt es.',
    en: 'The letter stands out here like a foreign accent. One click replaces it.',
  },
  lesson: {
    'de-CH': '30 Sekunden: Nur in Eigennamen aus Deutschland und Österreich bleibt es stehen.',
    en: '30 seconds: it stays only in names from Germany and Austria.',
  },
  source: { 'de-CH': 'Schweizer Rechtschreibung.', en: 'Swiss spelling.' },
  applies: { languages: ['de'] },
  swapPatterns: { ß: 'ss' },
  examples: { violates: ['Viele Grüße aus Bern.'], complies: ['Viele Grüsse aus Bern.'] },
};

const swissText = (text) => words.reduce((made, [from, to]) => made.replaceAll(from, to), text);

// Texts by language move from `de` to `de-CH`; all else German is respelled where it stands.
function swiss(value, key) {
  if (typeof value === 'string') return key === 'en' ? value : swissText(value);
  if (Array.isArray(value)) return [...new Set(value.map((item) => swiss(item)))];
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name === 'de' ? 'de-CH' : swissText(name),
      swiss(inner, name),
    ]),
  );
}

function guideline(german) {
  const made = swiss(german);
  made.id = german.id.replace(/^de\./, 'de-ch.');
  made.applies = german.applies;
  const law = sources.find(([start]) => german.source.de.startsWith(start));
  if (!law) return made;
  const [, source, english, link] = law;
  return {
    ...made,
    source: { 'de-CH': `${source}. ${review['de-CH']}`, en: `${english}. ${review.en}` },
    link,
  };
}

const pack = {
  schema: 1,
  id: 'de-ch',
  title: {
    'de-CH': 'Leitplanken zum Übernehmen, Deutsch (Schweiz)',
    en: 'Guidelines to start from, Swiss German spelling',
  },
  defaultLanguage: 'de-CH',
  guidelines: [...german.guidelines.map(guideline), eszett],
};

const text = `${JSON.stringify(pack, null, 2)}\n`;
const file = `${packs}de-CH.json`;
if (process.argv.includes('--check')) {
  const isFresh = JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))) === JSON.stringify(pack);
  if (!isFresh) throw new Error('core/packs/de-CH.json is not what scripts/swiss-pack.mjs makes of de.json');
} else {
  writeFileSync(file, text);
}
