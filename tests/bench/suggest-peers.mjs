// The peers of `suggest`: full-text search for the browser, each with a small grid of settings. None knows persons,
// dates or audiences; what Herold does about those is done around them, so that only the words are compared.

const WORDS = /[\p{L}\p{N}]+/gu;
const BOOSTS = { title: 2, captions: 1.5, hashtags: 1.5, topics: 1, summary: 1 };
const FIELDS = Object.keys(BOOSTS);
const GRAM = 4;
/** More than are shown, since some are left out afterwards. */
const CANDIDATES = 300;

const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const words = (text) =>
  folded(text)
    .match(WORDS)
    ?.filter((word) => word.length > 2) ?? [];
const grams = (text) =>
  words(text).flatMap((word) =>
    word.length <= GRAM
      ? [word]
      : Array.from({ length: word.length - GRAM + 1 }, (_, at) => word.slice(at, at + GRAM)),
  );

async function stems() {
  const { stemmer } = await import('@orama/stemmers/german');
  return (text) => words(text).map((word) => stemmer(word));
}

const TOKENIZERS = { words: async () => words, grams: async () => grams, stems };

/** The fields of an item as texts. */
function document(item, topics) {
  return {
    id: item.id,
    title: item.title,
    summary: item.summary,
    captions: item.captions.map(({ text }) => text).join(' '),
    hashtags: item.hashtags.join(' '),
    topics: item.topics.flatMap((slug) => Object.values(topics[slug] ?? {})).join(' '),
  };
}

/** Each answers with `draft → [[id, score], …]`. */
async function miniSearch(documents, { tokenize, boost, prefix, fuzzy }) {
  const { default: MiniSearch } = await import('minisearch');
  const index = new MiniSearch({ fields: FIELDS, tokenize, processTerm: (term) => term });
  index.addAll(documents);
  const options = { boost: boost ? BOOSTS : {}, prefix, fuzzy, combineWith: 'OR' };
  return (draft) => index.search(draft, options).map(({ id, score }) => [id, score]);
}

async function orama(documents, { tokenize, boost, tolerance }) {
  const { create, insertMultiple, search } = await import('@orama/orama');
  const tokenizer = {
    language: 'english',
    normalizationCache: new Map(),
    tokenize: (text) => [...new Set(tokenize(text))],
  };
  const index = create({
    schema: Object.fromEntries(FIELDS.map((field) => [field, 'string'])),
    components: { tokenizer },
  });
  await insertMultiple(index, documents, 1000);
  return async (draft) => {
    const options = {
      term: draft,
      limit: CANDIDATES,
      threshold: 1,
      tolerance,
      ...(boost && { boost: BOOSTS }),
    };
    return (await search(index, options)).hits.map(({ id, score }) => [id, score]);
  };
}

/** FlexSearch has ranks but no scores: fields vote, each place for less. */
async function flexSearch(documents, { tokenize, boost, resolution = 9 }) {
  const { default: FlexSearch } = await import('flexsearch');
  const fields = FIELDS.map((field) => {
    const index = new FlexSearch.Index({ tokenize: 'strict', encode: tokenize, resolution });
    documents.forEach((each, at) => {
      index.add(at, each[field]);
    });
    return [index, boost ? BOOSTS[field] : 1];
  });
  // `suggest` drops words that are not met, yet only from the end: so each word is asked for on its own.
  return (draft) => {
    const scores = new Map();
    for (const word of new Set(tokenize(draft))) {
      for (const [index, weight] of fields) {
        const found = index.search(word, { limit: CANDIDATES });
        found.forEach((at, rank) => {
          const id = documents[at].id;
          const rarity = Math.log(1 + documents.length / found.length);
          scores.set(id, (scores.get(id) ?? 0) + (weight * rarity) / (1 + rank / CANDIDATES));
        });
      }
    }
    return [...scores].sort((a, b) => b[1] - a[1]);
  };
}

async function wink(documents, { tokenize, boost, k1 = 1.2, b = 0.75 }) {
  const { default: bm25 } = await import('wink-bm25-text-search');
  const engine = bm25();
  engine.defineConfig({
    fldWeights: boost ? BOOSTS : Object.fromEntries(FIELDS.map((field) => [field, 1])),
    bm25Params: { k1, b },
  });
  engine.definePrepTasks([tokenize]);
  documents.forEach((each, at) => {
    engine.addDoc(each, at);
  });
  engine.consolidate();
  return (draft) => engine.search(draft, CANDIDATES).map(([at, score]) => [documents[at].id, score]);
}

/** Every combination of the listed values, by a name that says them. */
function grid(axes) {
  return Object.entries(axes).reduce(
    (made, [axis, values]) =>
      Object.fromEntries(
        Object.entries(made).flatMap(([name, settings]) =>
          values.map((value) => [`${name} ${axis}=${value}`.trim(), { ...settings, [axis]: value }]),
        ),
      ),
    { '': {} },
  );
}

const tokenizer = Object.keys(TOKENIZERS);
const boost = [true, false];
export const PEERS = {
  minisearch: {
    build: miniSearch,
    variants: grid({ tokenizer, boost, prefix: [true, false], fuzzy: [0, 0.2] }),
  },
  '@orama/orama': { build: orama, variants: grid({ tokenizer, boost, tolerance: [0, 1] }) },
  flexsearch: { build: flexSearch, variants: grid({ tokenizer, boost }) },
  'wink-bm25-text-search': {
    build: wink,
    variants: grid({ tokenizer, boost, k1: [0.8, 1.2, 2], b: [0.3, 0.75] }),
  },
};

function mayBeSuggested(item, { profile, network, at }) {
  const now = Date.parse(at);
  const { roles, groups } = item.audience;
  return (
    !(Date.parse(item.from) > now) &&
    !(Date.parse(item.until) <= now) &&
    (roles.length === 0 || roles.includes(profile.role)) &&
    (groups.length === 0 || groups.some((group) => profile.groups.includes(group))) &&
    (item.networks.length === 0 || item.networks.includes(network)) &&
    !profile.shared.includes(item.id)
  );
}

/** The factor that Herold gives to interests, priority, freshness and languages; and what decides without a draft. */
function preference(item, { profile, at }) {
  const shared = item.topics.filter((topic) => profile.interests.includes(topic)).length;
  const days = Math.max(0, (Date.parse(at) - Date.parse(item.from)) / 86_400_000) || 0;
  const freshness = 1 / (1 + days / 90);
  const speaks = [item, ...item.captions].some(({ language }) => profile.languages.includes(language));
  const reach = speaks ? 1 : 0.3;
  const main = profile.interests.includes(item.topics[0]) ? 0.3 : 0;
  return {
    factor: (1 + 0.5 * Math.min(shared, 2) + 0.05 * item.priority + 0.1 * freshness) * reach,
    liking: shared && (shared + main + 0.2 * item.priority + 0.5 * freshness) * reach,
  };
}

/** Builds a peer's index of `content`; answers with the function that ranks for a query. */
export async function searchFor(name, variant, content, topics) {
  const { build, variants } = PEERS[name];
  const settings = variants[variant];
  const tokenize = await TOKENIZERS[settings.tokenizer]();
  const documents = content.map((item) => document(item, topics));
  const search = await build(documents, { ...settings, tokenize });
  const byId = new Map(content.map((item) => [item.id, item]));
  const byInterests = (query) => content.map((item) => [item.id, preference(item, query).liking]);
  return async (query, limit) => {
    const blank = query.draft.trim() === '';
    const found = blank ? byInterests(query) : await search(query.draft);
    const ranked = found
      .filter(([id, score]) => score > 0 && mayBeSuggested(byId.get(id), query))
      .map(([id, score]) => [id, blank ? score : score * preference(byId.get(id), query).factor])
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit);
    return { items: ranked.map(([id]) => id), scores: ranked.map(([, score]) => score) };
  };
}
