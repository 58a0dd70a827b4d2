// What inflected forms of a word have in common, by Snowball's stemmer of a language.
//
// Stems are for comparing only, and they collide: Kündigung and kundig are one to it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/known_languages.h"

struct SN_env;

namespace herold::text {

// Of a language tag, region and the rest left aside; nothing for other languages.
std::optional<Language> stem_language(std::string_view tag);

// Keeps memory of Snowball's: make one per check, not one per word. Not thread-safe.
class Stemmer {
 public:
  explicit Stemmer(Language language);

  // The stem of a folded word (see folded_text.h), without symbols. What is far longer than any word is its
  // own stem: Snowball moves the rest of a word for each letter that it changes.
  std::string stem(std::string_view folded_word);

 private:
  using Free = void (*)(SN_env*);

  // Until the next word.
  std::string_view stem_latin1(std::string_view word);

  Language language_;
  std::unique_ptr<SN_env, Free> environment_;
};

}  // namespace herold::text
