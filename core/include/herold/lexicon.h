// What words of German, English, French and Italian mean, as far as ranking needs it: with a lexicon a draft
// finds content that says the same in other words or in another language.
//
//   auto read = Lexicon::parse(bytes);
//   if (auto* lexicon = std::get_if<Lexicon>(&read)) …
//
// A concept is an English word stem; a word has up to eight senses, each a concept with a share. The bytes
// are made from dictionaries by scripts/lexicon and carry a licence of their own, see core/lexicon. Immutable
// and thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace herold {

class Lexicon {
 public:
  /// Upper bounds of what is read, so that damaged bytes cost little.
  static constexpr std::size_t max_bytes = std::size_t{8} << 20;
  static constexpr std::size_t max_senses = 8;

  struct Sense {
    std::uint16_t concept_id;
    std::uint8_t share;  // of 255: how much of the word's meaning this is
  };

  struct Senses {
    const Sense* first = nullptr;
    const Sense* last = nullptr;
    const Sense* begin() const { return first; }
    const Sense* end() const { return last; }
    bool empty() const { return first == last; }
    /// False for a word that is not in the lexicon; one that is may still have no sense that tells a topic.
    bool known() const { return first != nullptr; }
  };

  /// The lexicon, or what is wrong with the bytes, in one line.
  static std::variant<Lexicon, std::string> parse(std::string_view bytes);

  std::size_t concepts() const { return weights_.size(); }
  /// How much a concept tells about the topic of a text, 0…1: little for what many texts speak of.
  float weight(std::uint16_t concept_id) const { return static_cast<float>(weights_[concept_id]) / 255.0f; }
  /// `language`: 0 German, 1 English, 2 French, 3 Italian. `key` is a stem as suggest/tokens.h makes it.
  Senses find(std::size_t language, std::string_view key) const;

 private:
  struct Words {
    std::string bytes;                  // of all keys, sorted
    std::vector<std::uint32_t> starts;  // of each key, and the end
    std::vector<std::uint32_t> senses;  // the first of each word, and the end
  };

  std::vector<std::uint8_t> weights_;
  std::array<Words, 4> words_;
  std::vector<Sense> senses_;
};

}  // namespace herold
