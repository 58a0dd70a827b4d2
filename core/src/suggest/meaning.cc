#include "suggest/meaning.h"

#include <algorithm>

#include "suggest/compounds.h"

namespace herold::suggest {

namespace {

// A part says less than the whole.
constexpr float part_share = 0.6f;
// Shorter words are seldom compounds.
constexpr std::size_t shortest_compound = 8;

// Of a word that the lexicon knows but finds no topic in, and of one that it does not know: a name or a term.
constexpr float known_topic = 0.1f;
constexpr float unknown_topic = 1.0f;

constexpr std::size_t german = static_cast<std::size_t>(Language::german);

Lexicon::Senses find_anywhere(const Lexicon& lexicon, Language language, std::string_view key) {
  const auto senses = lexicon.find(static_cast<std::size_t>(language), key);
  for (std::size_t other = 0; !senses.known && other < language_count; ++other)
    if (const auto found = lexicon.find(other, key); found.known) return found;
  return senses;
}

void add(const Lexicon& lexicon, const Lexicon::Senses& senses, float factor, Meaning& meaning) {
  float topic = 0;
  for (const Lexicon::Sense& sense : senses) {
    const float share = static_cast<float>(sense.share) / 255.0f;
    topic += share * lexicon.weight(sense.concept_id);
    const auto same = [&sense](const Sense& known) { return known.concept_id == sense.concept_id; };
    const auto known = std::find_if(meaning.senses.begin(), meaning.senses.end(), same);
    if (known == meaning.senses.end()) {
      meaning.senses.push_back({sense.concept_id, share * factor, lexicon.weight(sense.concept_id)});
    } else {
      known->share += share * factor;
    }
  }
  meaning.topic = std::max(meaning.topic, topic);
}

}  // namespace

Meaning meaning_of(const Lexicon* lexicon, Language language, std::string_view key) {
  Meaning meaning;
  if (!lexicon) return meaning;
  const auto own = find_anywhere(*lexicon, language, key);
  meaning.topic = 0;
  add(*lexicon, own, 1, meaning);
  const float own_topic = meaning.topic;
  if (key.size() >= shortest_compound && (!own.known || (language == Language::german && !own.empty()))) {
    const auto known = [lexicon](std::string_view part) { return !lexicon->find(german, part).empty(); };
    if (const auto split = split_compound(key, known)) {
      meaning.parts = {split->first, split->second};
      for (const std::string_view part : meaning.parts)
        add(*lexicon, lexicon->find(german, part), part_share, meaning);
    }
  }
  if (!own.empty()) meaning.topic = own_topic;
  if (meaning.senses.empty()) meaning.topic = own.known ? known_topic : unknown_topic;
  return meaning;
}

}  // namespace herold::suggest
