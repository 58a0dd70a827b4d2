import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import dePack from '../../../core/packs/de.json';
import type { Guideline } from '../src/api/types.ts';
import { newGuideline, read, write } from '../src/model/guideline.ts';
import { ordered } from '../src/model/guideline-keys.ts';
import { formKinds } from '../src/model/guideline-kinds.ts';
import { same } from '../src/model/same.ts';

const word = fc.string({ minLength: 1, maxLength: 12 });
const words = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const texts = fc.oneof(word, fc.dictionary(fc.constantFrom('de', 'en', 'fr'), word, { minKeys: 1 }));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const tidy = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value));

const match = fc.record(
  {
    case: fc.constantFrom('fold', 'exact'),
    boundary: fc.constantFrom('word', 'none'),
    inflect: fc.boolean(),
  },
  { requiredKeys: [] },
);
const matcher = fc.record(
  { terms: words, patterns: words, detect: words, except: words, match },
  { requiredKeys: [] },
);
const applies = fc.record(
  {
    roles: words,
    notNetworks: words,
    from: fc.constantFrom('2027-01-15T08:00:00+01:00', '2027-01-15T07:00:00Z'),
    periods: fc.constant([{ from: '2027-01-01T00:00:00Z' }]),
  },
  { requiredKeys: [] },
);
const swap = fc.dictionary(word, fc.oneof(word, words), { minKeys: 1, maxKeys: 4, noNullPrototype: true });

/** Whatever a pack may hold, in shape or not, with keys that no form knows. */
const guideline: fc.Arbitrary<Guideline> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9.-]{1,12}$/),
    kind: fc.constantFrom(...formKinds, 'kind-to-come'),
    severity: optional(fc.constantFrom('suggestion', 'warning', 'error')),
    message: texts,
    why: optional(texts),
    link: optional(fc.webUrl()),
    applies: optional(applies),
    terms: optional(words),
    match: optional(match),
    replace: optional(words),
    swap: optional(swap),
    count: optional(fc.constantFrom('words', 'links')),
    min: optional(fc.nat()),
    max: optional(fc.nat()),
    insert: optional(fc.record({ text: texts, at: fc.constantFrom('start', 'end') })),
    if: optional(matcher),
    // biome-ignore lint/suspicious/noThenProperty: a key of guidelines, no promise
    then: optional(matcher),
    where: optional(fc.constantFrom('anywhere', 'before')),
    first: optional(matcher),
    second: optional(matcher),
    within: optional(fc.nat()),
    either: optional(fc.dictionary(word, word, { minKeys: 1, maxKeys: 4, noNullPrototype: true })),
    metric: optional(fc.constantFrom('lix', 'capitals')),
    minWords: optional(fc.nat()),
    allowDomains: optional(words),
    denyDomains: optional(words),
    https: optional(fc.boolean()),
    utm: optional(fc.boolean()),
    examples: optional(fc.record({ violates: words, complies: words, note: word }, { requiredKeys: [] })),
    reviewedBy: optional(fc.jsonValue()),
  })
  .map((value) => tidy(value) as unknown as Guideline);

describe('form and JSON', () => {
  test('writing back what was read changes nothing, unknown keys included', () => {
    fc.assert(
      fc.property(guideline, fc.constantFrom('de', 'en'), (g, language) => {
        expect(same(write(g, read(g, language), language), g)).toBe(true);
      }),
    );
  });

  test('what a person changes is what is read again', () => {
    fc.assert(
      fc.property(guideline, guideline, (g, wanted) => {
        const form = { ...read(wanted, 'de'), kind: read(g, 'de').kind };
        expect(read(write(g, form, 'de'), 'de').message).toEqual(form.message);
        expect(read(write(g, form, 'de'), 'de').applies).toEqual(form.applies);
        expect(read(write(g, form, 'de'), 'de').condition).toEqual(form.condition);
        for (const key of ['swap', 'first', 'second', 'within', 'metric', 'https', 'denyDomains'] as const)
          expect(read(write(g, form, 'de'), 'de')[key]).toEqual(form[key]);
        expect(read(write(g, form, 'de'), 'de').violates).toEqual(form.violates);
      }),
    );
  });

  test('one changed field changes one key', () => {
    fc.assert(
      fc.property(guideline, (g) => {
        const form = { ...read(g, 'de'), link: 'https://changed.example/' };
        const { link, ...rest } = write(g, form, 'de');
        const { link: _, ...before } = g;
        expect(link).toBe('https://changed.example/');
        expect(same(rest, before)).toBe(true);
      }),
    );
  });

  test('every guideline of a default pack survives the form', () => {
    for (const g of dePack.guidelines as unknown as Guideline[]) {
      expect(same(write(g, read(g, 'de'), 'de'), g), g.id).toBe(true);
    }
  });

  test('a string that becomes two languages becomes a map', () => {
    const g = { ...newGuideline('a', 'existence'), message: 'Achtung' };
    const form = { ...read(g, 'de'), message: { de: 'Achtung', en: 'Careful' } };
    expect(write(g, form, 'de').message).toEqual({ de: 'Achtung', en: 'Careful' });
  });

  test('another kind leaves behind what only the old kind understood', () => {
    const g = { ...newGuideline('a', 'existence'), terms: ['Falke'], replace: ['Adler'], owner: 'Anna' };
    const swapped = write(g, { ...read(g, 'de'), kind: 'substitution' }, 'de');
    expect(swapped).not.toHaveProperty('terms');
    expect(swapped).not.toHaveProperty('replace');
    expect(swapped.owner).toBe('Anna');
  });

  test('of two rows for the same word neither takes what the other says', () => {
    const g = newGuideline('a', 'substitution');
    const swap = [
      { from: 'Chef', to: ['Leitung'] },
      { from: 'Azubi', to: ['Lernende'] },
      { from: 'Chef', to: ['Vorgesetzte'] },
    ];
    const { swap: written } = write(g, { ...read(g, 'de'), swap }, 'de');
    expect(written).toEqual({ Chef: ['Leitung', 'Vorgesetzte'], Azubi: 'Lernende' });
  });

  test('an empty list in the form removes the key', () => {
    const g = { ...newGuideline('a', 'existence'), terms: ['x'], applies: { roles: ['hr'] } };
    const form = read(g, 'de');
    form.matcher.terms = [];
    form.applies.roles = [];
    expect(write(g, form, 'de')).not.toHaveProperty('terms');
    expect(write(g, form, 'de')).not.toHaveProperty('applies');
  });

  test('keys are shown in the order in which one explains a guideline', () => {
    const shuffled = { examples: {}, zebra: 1, terms: [], message: 'm', kind: 'existence', id: 'a' };
    expect(Object.keys(ordered(shuffled))).toEqual(['id', 'kind', 'message', 'terms', 'zebra', 'examples']);
  });
});
