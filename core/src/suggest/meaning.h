// What a word stands for, by the lexicon.
#pragma once

#include <string_view>
#include <vector>

#include "herold/lexicon.h"
#include "suggest/tokens.h"

namespace herold::suggest {

struct Sense {
  std::uint16_t concept_id;
  float share;
  float weight;  // of the concept, 0…1
};

struct Meaning {
  std::vector<Sense> senses;            // of the word and of the parts of a compound
  std::vector<std::string_view> parts;  // of a compound, none or two; they point into the key
  float topic = 1;                      // 0…1, how much the word tells about a topic
  float salience = 1;                   // 0…1, how little it is one that any post may hold
};

/// A word that the lexicon does not know in `language` is looked up in the others, then taken apart.
/// `lexicon` may be null: then every word stands for itself. `key` is one of WordKeys and outlives the
/// answer.
Meaning meaning_of(const Lexicon* lexicon, Language language, std::string_view key);

}  // namespace herold::suggest
