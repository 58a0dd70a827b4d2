// The words of a library of content, and which of them a draft's word meets.
//
// Words meet when they are the same after stemming, when one is part of the other (German compounds), when
// they share much of their spelling, or when they mean the same by the lexicon, in any of its languages.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "suggest/meaning.h"
#include "suggest/rows.h"

namespace herold::suggest {

using WordId = std::uint32_t;

/// An id below 2^24 and a small number in four bytes: what is read most should be small.
class Posting {
 public:
  Posting() = default;
  Posting(std::uint32_t id, std::uint8_t amount) : bits_(id << 8 | amount) {}
  std::uint32_t id() const { return bits_ >> 8; }
  std::uint8_t amount() const { return static_cast<std::uint8_t>(bits_); }

 private:
  std::uint32_t bits_ = 0;
};

/// A word of the library that a draft's word meets, and how closely: 0 to about 2, higher for rare words.
struct Meeting {
  WordId word;
  float closeness;
};

/// In which ways a draft's word and a word of the library are close.
struct Ways {
  float letters = 0, spelling = 0, sense = 0;
};

/// The words of the library that a draft's word meets, while they are looked for; made once, used word by
/// word.
class Encounters {
 public:
  explicit Encounters(std::size_t words) : ways_(words) {}

  Ways& with(WordId word) {
    Ways& ways = ways_[word];
    if (ways.letters == 0 && ways.spelling == 0 && ways.sense == 0) met_.push_back(word);
    return ways;
  }

  /// `visit(word, ways)` for each that was met, in the order of the first time.
  template <class Visit>
  void each(Visit visit) {
    for (const WordId word : met_) visit(word, ways_[word]);
  }

  void clear() {
    for (const WordId word : met_) ways_[word] = {};
    met_.clear();
  }

 private:
  std::vector<Ways> ways_;  // by word; all zero where it was not met
  std::vector<WordId> met_;
};

class Vocabulary {
 public:
  std::size_t size() const { return gram_counts_.size(); }

  /// Appends every word of the library that `key` meets, in a stable order. `encounters` is of `size` words,
  /// and empty before and afterwards.
  void meet(std::string_view key, const Meaning& meaning, Encounters& encounters,
            std::vector<Meeting>& out) const;

 private:
  friend class VocabularyReader;

  void meet_letters(std::string_view key, Encounters& encounters) const;
  void meet_key(std::string_view key, float closeness, Encounters& encounters) const;
  void meet_senses(const Meaning& meaning, Encounters& encounters) const;

  // Something that words have: the words, and how much of it each has, in 255ths.
  struct Features {
    Rows<Posting> words;
    std::vector<float> rarity;  // 0 when every item has it, nearly 1 when one in many does
  };

  HashTable key_ids_, gram_ids_;
  Features keys_, grams_, senses_;         // a sense's row is its concept
  std::vector<std::uint8_t> gram_counts_;  // of each word
};

/// Reads texts into words, and makes the vocabulary of them.
class VocabularyReader {
 public:
  explicit VocabularyReader(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

  /// Appends the words of `text` that carry a topic, as often as they stand there.
  void read(std::string_view text, Language language, std::vector<WordId>& out);
  std::size_t size() const { return vocabulary_.gram_counts_.size(); }
  /// `postings`: the items of each word, of `items` in all. To be called once.
  Vocabulary finish(const Rows<Posting>& postings, std::size_t items);

 private:
  // What a word has of a feature.
  struct Trait {
    std::uint32_t feature;
    Posting word;
  };

  WordId add(std::string_view word, Language language);
  void add_key(std::string_view key, WordId word, float share);
  std::size_t add_grams(std::string_view key, WordId word);

  std::shared_ptr<const Lexicon> lexicon_;
  WordKeys keys_;
  std::vector<text::ByteRange> tokens_;
  HashTable by_spelling_, by_key_;
  std::vector<Trait> key_traits_, gram_traits_, sense_traits_;
  Vocabulary vocabulary_;
};

}  // namespace herold::suggest
