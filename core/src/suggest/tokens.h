// The words of a text as ranking compares them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/range.h"
#include "text/stemmer.h"

namespace herold::suggest {

using text::Language;
using text::language_count;

/// The longest word that is compared, in bytes; what is longer is no word of a language.
inline constexpr std::size_t max_word_bytes = 64;

/// Words of at least three bytes, and abbreviations of two capitals (KI, HR). Marks and apostrophes part
/// words (l’eau, qu’une), and so does a capital after a small letter (#FrauenInFührung).
/// `text` is valid UTF-8.
std::vector<text::ByteRange> tokens(std::string_view text);
/// The same, into a list that is used again.
void tokens(std::string_view text, std::vector<text::ByteRange>& out);

/// Makes words comparable: the same key for inflected forms of a language, for `ä`, `ae` and `a`, and for
/// letters with and without accents.
///   "Wärmepumpen", "Waermepumpe"  →  "warmepump"
class WordKeys {
 public:
  /// Empty for a word that carries no topic. `word` is one of `tokens`.
  std::string key(std::string_view word, Language language);

 private:
  std::array<std::optional<text::Stemmer>, language_count> stemmers_;
  std::string letters_, whole_;  // of the word at hand
};

/// Of a text in no language of the four there is still an order to look words up in: English first, whose
/// words travel most.
Language language_of(std::string_view tag);

}  // namespace herold::suggest
