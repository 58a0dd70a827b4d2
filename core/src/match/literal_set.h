// Literal terms, all of a pack's at once: add, then compile, then scan any number of drafts.
//
//   LiteralSet set;
//   auto falke = set.add("Projekt Falke", {});
//   set.compile();
//   set.scan(draft)  →  for "Das #ProjektFalke": one hit of `falke`, range 5 to 17, joined
//
// Immutable and thread-safe after compile. A scan is linear in the draft, whatever the terms, plus the hits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/automaton.h"
#include "match/draft.h"
#include "match/trie.h"

namespace herold::match {

enum class Boundary : std::uint8_t { word, none };

struct LiteralOptions {
  text::Case letter_case = text::Case::fold;
  Boundary boundary = Boundary::word;
};

struct LiteralHit {
  std::uint32_t term;     // as `add` returned it
  text::ByteRange range;  // in the draft, whole grapheme clusters
  bool joined;            // a gap of the term matched nothing, inside a hashtag
};

class LiteralSet {
 public:
  // The term's number; the same for terms that can only match together. Nothing when folding leaves nothing
  // of it.
  std::optional<std::uint32_t> add(std::string_view term, LiteralOptions options);
  void compile();

  // Every match, overlapping ones too, by start, longer ones first, then by term.
  std::vector<LiteralHit> scan(Draft& draft) const;

  // Terms added so far: numbers are below it.
  std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

 private:
  struct Term {
    std::string folded;
    std::string exact;  // empty with Case::fold
    Boundary boundary;
  };

  void scan_text(Draft& draft, std::vector<LiteralHit>& hits) const;
  void accept_if_spelt(Draft& draft, std::uint32_t number, std::uint32_t end,
                       std::vector<LiteralHit>& hits) const;
  void scan_hashtags(Draft& draft, std::vector<LiteralHit>& hits) const;
  void accept_if_joined(Draft& draft, std::uint32_t number, std::uint32_t start, std::uint32_t end,
                        std::vector<LiteralHit>& hits) const;
  void accept(Draft& draft, std::uint32_t number, std::uint32_t start, std::uint32_t end, bool joined,
              std::vector<LiteralHit>& hits) const;
  bool exact_spelling(const Term& term, Draft& draft, text::ByteRange range, bool joined) const;

  std::vector<Term> terms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  struct Joined {
    std::uint32_t term;
    std::uint32_t letters;  // bytes of it without its separators
  };
  std::vector<std::uint32_t> whole_, inside_;  // terms, by number in whole_terms_ and inside_terms_
  std::vector<Joined> joined_;                 // by number in joined_terms_
  Trie whole_terms_;                           // that stand alone
  Automaton inside_terms_;                     // that may be part of a word, and long ones
  Automaton joined_terms_;                     // without their gaps
};

}  // namespace herold::match
