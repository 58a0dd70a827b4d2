// A large library of content, made of the sentences of a small one: its shapes, its languages, words in other
// places and words that only a large library has. Texts follow Zipf's law, as texts do; the seed is fixed.

const LETTER_RUNS = /\p{L}{4,}/gu;

/** Numbers between 0 and 1 from a seed (mulberry32). */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `list`, the first most often: the probability of the nth is about 1 / n. */
const byRank = (list, random) => list[Math.floor(list.length ** random()) - 1];
const anyOf = (list, random) => list[Math.floor(random() * list.length)];

function textsOf(item) {
  return [
    [item.language, item.title],
    [item.language, item.summary],
    ...item.captions.map((caption) => [caption.language, caption.text]),
  ];
}

/** The words of each language, frequent ones first, then `rare` more: compounds in German, names elsewhere. */
function vocabularies(content, rare, random) {
  const counts = new Map();
  for (const [language, text] of content.flatMap(textsOf)) {
    if (!counts.has(language)) counts.set(language, new Map());
    const words = counts.get(language);
    for (const [word] of text.matchAll(LETTER_RUNS)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([language, words]) => {
      const known = [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
      const made = Array.from({ length: rare }, () =>
        language === 'de' ? compound(known, random) : name(random),
      );
      return [language, [...known, ...made]];
    }),
  );
}

function compound(words, random) {
  return anyOf(words, random) + anyOf(words, random).toLowerCase();
}

function name(random) {
  const syllable = () =>
    anyOf('bdfglmnprstvz', random) + anyOf('aeiou', random) + anyOf(['', 'n', 'r', 'l'], random);
  const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, syllable).join('');
  return letters[0].toUpperCase() + letters.slice(1);
}

/** `size` items after the `content` and `topics` of a small library, none a copy of another. */
export function makeLibrary(content, topics, size, seed = 1) {
  const random = numbersFrom(seed);
  const words = vocabularies(content, 30_000, random);
  const slugs = Object.keys(topics);
  const reworded = (text, language) =>
    text.replace(LETTER_RUNS, (word) => (random() < 0.4 ? byRank(words.get(language), random) : word));
  const captions = content.flatMap((item) => item.captions);
  const inLanguage = (list, language) => list.filter((each) => each.language === language);
  const templates = new Map([...words.keys()].map((each) => [each, inLanguage(content, each)]));
  const captionTemplates = new Map([...words.keys()].map((each) => [each, inLanguage(captions, each)]));
  return Array.from({ length: size }, (_, number) => {
    const item = anyOf(content, random);
    const summary = anyOf(templates.get(item.language), random).summary;
    const id = `item-${number}`;
    return {
      ...item,
      id,
      url: `${item.url}-${number}`,
      title: reworded(item.title, item.language),
      summary: reworded(summary, item.language),
      topics: [...new Set(item.topics.map((topic) => (random() < 0.5 ? topic : byRank(slugs, random))))],
      captions: item.captions.map((caption, at) => ({
        ...caption,
        id: `${id}.${at}`,
        text: reworded(anyOf(captionTemplates.get(caption.language), random).text, caption.language),
      })),
    };
  });
}

/** `count` drafts of five to 150 words, from what the library says: a post as it grows. */
export function makeDrafts(library, count, seed = 2) {
  const random = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 14 }, () => anyOf(library, random).captions[0].text).join(' ');
    const words = text.split(' ');
    return words.slice(0, 5 + Math.floor(random() * 146)).join(' ');
  });
}
