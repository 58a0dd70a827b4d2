// What words of German, English, French and Italian mean, as far as ranking needs it: with a lexicon a draft
// finds content that says the same in other words or in another language.
//
//   Result<Lexicon> lexicon = Lexicon::parse(bytes);
//   if (lexicon) … lexicon->find(…)
//
// A concept is an English word stem; a word has up to eight senses, each a concept with a share. The bytes
// are made from dictionaries by scripts/lexicon and carry a licence of their own, see core/lexicon. Immutable
// and thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "herold/result.h"

namespace herold {

class Lexicon {
 public:
  /// Upper bounds of what is read, so that damaged bytes cost little.
  static constexpr std::size_t max_bytes = std::size_t{8} << 20;
  static constexpr std::size_t max_senses = 8;
  static constexpr std::size_t max_key_bytes = 64;
  static constexpr std::size_t languages = 4;

  struct Sense {
    std::uint16_t concept_id;
    std::uint8_t share;  // of 255: how much of the word's meaning this is
  };

  /// Of one word. `known` is false for a word that is not in the lexicon; one that is may still have no sense
  /// that tells a topic.
  struct Senses {
    std::array<Sense, max_senses> list;
    std::uint8_t size = 0;
    bool known = false;

    const Sense* begin() const { return list.data(); }
    const Sense* end() const { return list.data() + size; }
    bool empty() const { return size == 0; }
  };

  /// A key with the hashes of its letters, so that it and its parts are looked for in all languages with one.
  class Key {
   public:
    /// The text outlives this; what is longer than any word of a lexicon counts as empty.
    explicit Key(std::string_view text);
    std::string_view text() const { return text_; }
    /// Of a part of `text`.
    std::uint32_t hash(std::string_view part) const;

   private:
    std::string_view text_;
    std::array<std::uint32_t, max_key_bytes + 1> hashes_;  // of all beginnings
    std::array<std::uint32_t, max_key_bytes + 1> powers_;  // of what the hash is a polynomial in
  };

  static Result<Lexicon> parse(std::string_view bytes);
  /// The same, without a copy: a lexicon is a view on its bytes, with an index of every sixteenth word.
  static Result<Lexicon> parse(std::unique_ptr<const char[]> bytes, std::size_t size);

  std::size_t concepts() const { return weights_.size(); }
  /// How much a concept tells about the topic of a text, 0…1: little for what many texts speak of.
  float weight(std::uint16_t concept_id) const {
    return static_cast<float>(static_cast<unsigned char>(weights_[concept_id])) / 255.0f;
  }
  /// How little a concept is one that any post may speak of, 0…1: next to nothing for days, numbers and
  /// greetings.
  float salience(std::uint16_t concept_id) const {
    return static_cast<float>(static_cast<unsigned char>(saliences_[concept_id])) / 255.0f;
  }
  /// `language`: 0 German, 1 English, 2 French, 3 Italian. `key` is a stem as suggest/tokens.h makes it.
  Senses find(std::size_t language, std::string_view key) const { return find(language, key, Key(key)); }
  /// The same for a part of `whole`.
  Senses find(std::size_t language, std::string_view part, const Key& whole) const;

 private:
  // Words of one language, sorted, in columns: of each word how many bytes it shares with the one before it,
  // how many it adds and its number of senses; the added bytes; of each sense its concept's bytes and its
  // share.
  struct Words {
    std::string_view shared, added, sense_counts, suffixes, low, high, shares;
    // Where every sixteenth word stands in the columns, and itself in full.
    static constexpr std::size_t none = ~std::size_t{0};
    struct Block {
      std::uint64_t beginning;  // the first bytes of its first word, the others are seldom needed
      std::uint32_t head, suffix, sense;
    };
    std::vector<Block> blocks;
    std::string heads;
    // Three bits for the hash of each word: most words that are not in the lexicon meet a bit that is not
    // set.
    std::vector<std::uint32_t> filter;

    std::string_view head(std::size_t block) const;
    bool may_have(std::uint32_t hash) const;
    void mark(std::uint32_t hash);
    // The last block whose first word is not behind the key, or none.
    std::size_t last_block_up_to(std::string_view key) const;
    Senses find(std::string_view key) const;
    Senses senses(std::size_t first, std::size_t count) const;
  };
  class Parser;

  Lexicon() = default;

  std::unique_ptr<const char[]> bytes_;
  std::string_view weights_, saliences_;
  std::array<Words, languages> words_;
};

}  // namespace herold
