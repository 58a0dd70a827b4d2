// All secret terms of a pack: finds out, on its own time, which of them a draft holds.
//
//   SealedSet set;
//   auto falke = set.add(sealed, {}, bits);
//   set.compile(16);
//   Unsealed known;                                  // what this session has learnt, kept from draft to
//   draft set.scan(draft, known)                           // the keystroke path: hits of terms known by now
//   while (known.pending() > 0) set.try_next(known); // a slow hash each; scan again when one says true
//
// Immutable and thread-safe after compile; an Unsealed belongs to one set and one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "match/draft.h"
#include "match/literal_set.h"
#include "match/sealed_term.h"

namespace herold::match {

class Unsealed {
 public:
  // Sequences of the drafts scanned so far that may be terms and were not tried yet.
  std::size_t pending() const { return pending_.size(); }
  // The term, as its author wrote it, once it was found; else empty.
  std::string_view term(std::uint32_t number) const;

 private:
  friend class SealedSet;

  std::vector<std::string> pending_;       // the newest last
  std::unordered_set<std::string> noted_;  // what is or was pending
  std::vector<std::string> terms_;         // by number; empty while unknown
  bool knows_any_ = false;
  LiteralSet literals_;                              // what is known, as ordinary terms
  std::vector<std::vector<std::uint32_t>> numbers_;  // by literal
};

class SealedSet {
 public:
  // `tag_bits` is what the term was sealed with.
  std::uint32_t add(SealedTerm term, LiteralOptions options, std::uint32_t tag_bits);
  // `longest` bounds the letters of all terms, in bytes.
  void compile(std::uint32_t longest);

  bool empty() const { return terms_.empty(); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(terms_.size()); }

  // The matches of terms that are known, as LiteralSet gives them; notes what is worth a slow hash.
  std::vector<LiteralHit> scan(Draft& draft, Unsealed& known) const;
  // Tries one pending sequence: a slow hash for each term that has its tag, mostly one. Whether a term was
  // found.
  bool try_next(Unsealed& known) const;

 private:
  struct Term {
    SealedTerm sealed;
    LiteralOptions options;
    std::uint32_t tag_bits;
  };
  // Terms whose tags have equally many bits; in a pack sealed as one, all of them.
  struct Tags {
    std::uint32_t bits;
    std::vector<std::uint64_t> present;  // a bit for each tag
  };

  bool may_be_tagged(const LetterHash& hash) const;
  std::vector<std::uint32_t> unknown_terms_of(std::string_view letters, const Unsealed& known) const;
  std::uint64_t key_of(std::uint32_t number) const;
  void note(std::string_view letters, Unsealed& known) const;
  static void learn(std::uint32_t number, const Term& term, std::string text, Unsealed& known);

  std::vector<Term> terms_;
  std::vector<Tags> tags_;
  std::vector<std::uint32_t> by_tag_;  // numbers, sorted by bits and tag
  std::vector<std::uint32_t> sizes_;   // of letters, for terms without word boundaries
  std::uint32_t longest_ = 0;
};

}  // namespace herold::match
