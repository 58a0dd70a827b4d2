#include "suggest/meaning.h"

#include <algorithm>

#include "suggest/compounds.h"

namespace herold::suggest {

namespace {

// A part says less than the whole.
constexpr float part_share = 0.6f;
// Shorter words are seldom compounds.
constexpr std::size_t shortest_compound = 8;

// Of a word that the lexicon knows but has no meaning for: its translations are words like "go" and "small".
constexpr float everyday_salience = 0.1f;

static_assert(Lexicon::languages == language_count);
constexpr std::size_t german = static_cast<std::size_t>(Language::german);

// In the word's own language first. A word known without a meaning is an everyday one, though elsewhere it
// may have the letters of another.
Lexicon::Senses find_anywhere(const Lexicon& lexicon, Language language, const Lexicon::Key& key,
                              bool& everyday) {
  auto senses = lexicon.find(static_cast<std::size_t>(language), key.text(), key);
  for (std::size_t other = 0; senses.empty() && other < language_count; ++other) {
    everyday = everyday || senses.known;
    senses = lexicon.find(other, key.text(), key);
  }
  return senses;
}

void add(const Lexicon& lexicon, const Lexicon::Senses& senses, float factor, Meaning& meaning) {
  float topic = 0, salience = 0;
  meaning.senses.reserve(meaning.senses.size() + senses.size);
  for (const Lexicon::Sense& sense : senses) {
    const float share = static_cast<float>(sense.share) / 255.0f;
    topic += share * lexicon.weight(sense.concept_id);
    salience += share * lexicon.salience(sense.concept_id);
    const auto same = [&sense](const Sense& known) { return known.concept_id == sense.concept_id; };
    const auto known = std::find_if(meaning.senses.begin(), meaning.senses.end(), same);
    if (known == meaning.senses.end()) {
      meaning.senses.push_back({sense.concept_id, share * factor, lexicon.weight(sense.concept_id)});
    } else {
      known->share += share * factor;
    }
  }
  meaning.topic = std::max(meaning.topic, topic);
  meaning.salience = std::max(meaning.salience, salience);
}

}  // namespace

Meaning meaning_of(const Lexicon* lexicon, Language language, std::string_view word) {
  Meaning meaning;
  if (!lexicon) return meaning;
  const Lexicon::Key key(word);
  bool everyday = false;
  const auto own = find_anywhere(*lexicon, language, key, everyday);
  meaning.topic = meaning.salience = 0;
  add(*lexicon, own, 1, meaning);
  const float topic = meaning.topic, salience = meaning.salience;
  if (word.size() >= shortest_compound && (own.empty() || language == Language::german)) {
    const auto known = [&](std::string_view part) { return !lexicon->find(german, part, key).empty(); };
    if (const auto split = split_compound(key.text(), known)) {
      meaning.parts = {split->first, split->second};
      for (const std::string_view part : meaning.parts)
        add(*lexicon, lexicon->find(german, part, key), part_share, meaning);
    }
  }
  if (!own.empty()) {
    meaning.topic = topic;
    meaning.salience = salience;
  }
  // Nobody knows it: a name or a term.
  if (meaning.senses.empty()) meaning.topic = meaning.salience = 1;
  if (everyday) meaning.salience = everyday_salience;
  return meaning;
}

}  // namespace herold::suggest
