// The words of a library of content, and which of them a draft's word meets.
//
// Words meet when they are the same after stemming, when one is part of the other (German compounds), when
// they share much of their spelling, or when they mean the same by the lexicon, in any of its languages.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "suggest/meaning.h"

namespace herold::suggest {

using WordId = std::uint32_t;
using ItemIndex = std::uint32_t;

/// Where a word stands, and how prominently: more in a title than in a summary.
struct Posting {
  ItemIndex item;
  float weight;
};

/// The postings of each word, ordered by item.
struct Postings {
  std::vector<std::uint32_t> starts;  // by word, and the end
  std::vector<Posting> list;
};

/// A word of the library that a draft's word meets, and how closely: 0 to about 2, higher for rare words.
struct Meeting {
  WordId word;
  float closeness;
};

class Vocabulary {
 public:
  /// Every word of the library that `key` meets, in a stable order.
  std::vector<Meeting> meet(std::string_view key, const Meaning& meaning) const;

 private:
  friend class VocabularyReader;

  struct Entry {
    WordId word;
    float share;
  };
  // A key, a four-letter gram or a sense that words have.
  struct Feature {
    std::uint64_t hash;
    std::uint32_t first;  // of its entries; they end where the next feature's begin
    float rarity;         // 0 when every item has it, nearly 1 when one in many does
  };
  struct Found {
    const Entry* first = nullptr;
    const Entry* last = nullptr;
    float rarity = 0;
    const Entry* begin() const { return first; }
    const Entry* end() const { return last; }
  };

  Found find(std::uint64_t hash) const;

  std::vector<Feature> features_;  // sorted by hash, a last one closes the list
  std::vector<Entry> entries_;
  std::vector<std::uint8_t> gram_counts_;  // of each word
};

/// Reads texts into words, and makes the vocabulary of them.
class VocabularyReader {
 public:
  explicit VocabularyReader(std::shared_ptr<const Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

  /// Appends the words of `text` that carry a topic, as often as they stand there.
  void read(std::string_view text, Language language, std::vector<WordId>& out);
  std::size_t size() const { return gram_counts_.size(); }
  /// `items`: how many the postings are of. To be called once.
  Vocabulary finish(const Postings& postings, std::size_t items);

 private:
  struct Raw {
    std::uint64_t hash;
    WordId word;
    float share;
  };

  WordId add(std::string_view word, Language language);

  std::shared_ptr<const Lexicon> lexicon_;
  WordKeys keys_;
  std::unordered_map<std::uint64_t, WordId> by_spelling_, by_key_;
  std::vector<Raw> raws_;
  std::vector<std::uint8_t> gram_counts_;
};

}  // namespace herold::suggest
