// Terms in other forms than their own: inflected, and as part of longer words.
//
//   WordForms forms;
//   auto streik = forms.add("Streik", {.inflect = true, .compound = true});
//   forms.compile();
//   forms.scan(draft, {"de", {}})  →  for "Die Hungerstreiks": one hit of `streik`, the whole word
//
// Immutable and thread-safe after compile. The terms as they stand are the business of LiteralSet; hits of
// both may coincide. A draft is stemmed only where a word begins like a term.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/draft.h"
#include "match/literal_set.h"
#include "text/language.h"
#include "text/stemmer.h"

namespace herold::match {

struct FormOptions {
  text::Case letter_case = text::Case::fold;
  bool inflect = false;
  bool compound = false;
  // For drafts in a language that has no stemmer.
  std::optional<text::Language> fallback;
};

class WordForms {
 public:
  // The term's number; nothing when folding leaves nothing of it.
  std::optional<std::uint32_t> add(std::string_view term, const FormOptions& options);
  void compile();
  bool empty() const { return terms_.empty(); }

  // Terms added so far: numbers are below it.
  std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

  // By start, then longer first, then by term; a form may be found more than once. `languages` are the
  // draft's.
  std::vector<LiteralHit> scan(Draft& draft, const text::Languages& languages) const;

 private:
  // A stretch of a folded text, in bytes.
  struct Token {
    std::uint32_t start, end;
  };
  using Stems = std::vector<std::string>;  // of one word, in each of its spellings

  struct Term {
    std::string folded;
    std::string exact;  // empty with Case::fold
    FormOptions options;
    std::vector<Token> words;  // in `folded`
  };

  // The first two letters of words, which stemmers leave as they are but for a y ("dying" is a form of
  // "die").
  class Beginnings {
   public:
    void add(std::string_view folded_word);
    bool may_have(std::string_view folded_word) const;

   private:
    static std::uint32_t bit_of_second(std::string_view folded_word);

    std::array<std::uint32_t, 256> seconds_{};  // by the first byte, a bit for each
  };

  // What the terms are in one language, made when the first draft in it comes.
  struct Language {
    std::once_flag made;
    std::vector<std::vector<Stems>> stems;  // by term, by word; empty where the term does not inflect
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_first_stem;
    Beginnings beginnings;
    LiteralSet inside;  // stems of terms that may end a longer word
    std::vector<std::vector<std::uint32_t>> inside_terms;
  };

  class Scan;

  static std::vector<Token> words_of(const text::FoldedText& folded);
  const Language& language(text::Language which) const;
  void compile(text::Language which, Language& language) const;

  std::vector<Term> terms_;
  mutable std::array<Language, text::language_count> languages_;
  LiteralSet parts_;  // terms as they stand, inside longer words
  std::vector<std::vector<std::uint32_t>> part_terms_;
};

}  // namespace herold::match
