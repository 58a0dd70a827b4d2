// What is checked with what: packs as communications teams have them, and drafts that people write.

const HEADS = [
  'Falcon',
  'Heron',
  'Lantern',
  'Granite',
  'Harbour',
  'Meadow',
  'Copper',
  'Willow',
  'Summit',
  'Delta',
];

/** Options as an extension gives them. */
export const OPTIONS = {
  language: 'auto',
  network: 'linkedin',
  role: 'employee',
  at: '2026-02-10T09:00:00Z',
};

const PATTERNS = [
  (i) => `ticket-${i}-\\d{3,6}`,
  (i, head) => `\\b(?:internal|secret) ${head} (?:plan|paper) ${i}\\b`,
  (i) => `cost cent(?:er|re) ${i}(?:\\.\\d+)?`,
  (i) => `\\bK-?${i}[a-z]{2}\\b`,
];

const KINDS = [
  (i, head) => ({ kind: 'existence', terms: [`Project ${head} ${i}`, `Operation ${head} ${i}`] }),
  (i, head) => ({ kind: 'substitution', swap: { [`old ${head} ${i}`]: `new ${head} ${i}` } }),
  (i, head) => ({ kind: 'capitalization', terms: [`${head}Cloud${i}`] }),
  (i, head) => ({
    kind: 'conditional',
    if: { terms: [`product ${head} ${i}`] },
    // biome-ignore lint/suspicious/noThenProperty: the pack's own key
    then: { terms: ['#ad', 'my employer'] },
  }),
  (i, head) => ({ kind: 'existence', terms: [`${head} site ${i}`], match: { inflect: true } }),
  (i, head) => ({ kind: 'existence', terms: [`${head}stone${i}`], except: [`${head}stone${i} Museum`] }),
  (i) => ({ kind: 'occurrence', count: i % 2 ? 'hashtags' : 'emojis', max: 5 + (i % 7) }),
  (i, head) => ({ kind: 'consistency', either: { [`${head}-desk ${i}`]: `${head} bureau ${i}` } }),
];

/** A fifth of the guidelines are patterns, the rest mostly words; conditions, texts in two languages, reasons. */
export function makePack(size) {
  const guidelines = Array.from({ length: size }, (_, i) => {
    const head = HEADS[i % HEADS.length];
    const what =
      i % 5 === 0
        ? { kind: 'existence', patterns: [PATTERNS[(i / 5) % PATTERNS.length](i, head)] }
        : KINDS[i % KINDS.length](i, head);
    return {
      id: `bench.${i}`,
      severity: ['suggestion', 'warning', 'error'][i % 3],
      message: { en: `“{match}”: please check (${i}).`, de: `«{match}»: bitte prüfen (${i}).` },
      why: { en: `The handbook says so in chapter ${i}.`, de: `So steht es im Handbuch, Kapitel ${i}.` },
      ...(i % 4 === 0 && { applies: { notRoles: ['spokesperson'], from: '2026-01-01T00:00:00Z' } }),
      ...what,
    };
  });
  return JSON.stringify({ schema: 1, id: 'bench', title: 'Bench', defaultLanguage: 'en', guidelines });
}

/** `units` UTF-16 units, some of which break guidelines of makePack. */
export function makeDraft(units) {
  const sentences = [
    'We spent the last two years listening to the people who run our plants every night.',
    'Project Falcon 90 taught us that a good tool is one that nobody has to be told about.',
    'Thank you to everyone who stayed late, asked hard questions and brought cake! 🎉',
    'Read how it went at https://acme.example/stories/night-shift and tell me what you think.',
    'Our graniteCloud13 went to ticket-20-4711 last week, and Copper site 36 is history. #WorkLife @anna',
  ];
  let draft = '';
  for (let i = 0; draft.length < units; i++)
    draft += `${sentences[i % sentences.length]}${i % 3 ? ' ' : '\n\n'}`;
  return draft.slice(0, units);
}

/** Different terms of one to three words, some with umlauts. */
export function makeTerms(count) {
  const middles = ['works', 'office', 'straße', 'desk', 'größe', 'line', 'paper', 'field', 'plan', 'house'];
  return Array.from({ length: count }, (_, i) => {
    const head = HEADS[i % 10];
    const middle = middles[Math.floor(i / 10) % 10];
    const number = Math.floor(i / 100);
    return i % 3 ? `${head}${middle} ${number}` : `${head} ${middle}${number}`;
  });
}
