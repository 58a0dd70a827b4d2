// The format, all numbers in little-endian order: "HLX1", the number of concepts (4 bytes), a weight each (1
// byte); then for each language the number of words (4), the number of bytes of all suffixes (4), and in
// columns, which compress better than rows: for each word how many bytes it shares with the one before it,
// how many it adds, and its number of senses (1 byte each); the added bytes; for each sense the concept's low
// byte, then all high bytes, then all shares.
#include "herold/lexicon.h"

#include <algorithm>

namespace herold {

namespace {

constexpr std::string_view magic = "HLX1";
constexpr std::size_t max_concepts = 0x10000;
constexpr std::size_t max_key_bytes = 64;

// Reads forward; once something is missing, `ok` stays false and everything read is empty.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::size_t number() {
    std::size_t value = 0;
    int shift = 0;
    for (const char byte : take(4)) {
      value |= std::size_t{static_cast<unsigned char>(byte)} << shift;
      shift += 8;
    }
    return value;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

std::uint8_t byte_at(std::string_view column, std::size_t at) {
  return static_cast<std::uint8_t>(column[at]);
}

}  // namespace

std::variant<Lexicon, std::string> Lexicon::parse(std::string_view bytes) {
  const std::string damaged = "this is no lexicon, or a damaged one";
  if (bytes.size() > max_bytes) return "a lexicon has at most 8 MiB";
  Reader reader(bytes);
  if (reader.take(magic.size()) != magic) return damaged;
  Lexicon lexicon;
  const std::size_t concepts = reader.number();
  const std::string_view weights = reader.take(concepts);
  if (!reader.ok() || concepts > max_concepts) return damaged;
  lexicon.weights_.assign(weights.begin(), weights.end());

  for (Words& words : lexicon.words_) {
    const std::size_t count = reader.number();
    const std::size_t suffix_bytes = reader.number();
    const std::string_view shared = reader.take(count), added = reader.take(count),
                           sense_counts = reader.take(count), suffixes = reader.take(suffix_bytes);
    if (!reader.ok()) return damaged;
    std::size_t senses = 0;
    for (std::size_t i = 0; i < count; ++i) senses += byte_at(sense_counts, i);
    const std::string_view low = reader.take(senses), high = reader.take(senses),
                           shares = reader.take(senses);
    if (!reader.ok()) return damaged;

    std::string key;
    std::size_t suffix = 0, sense = 0;
    words.starts.reserve(count + 1);
    words.senses.reserve(count + 1);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t keep = byte_at(shared, i), add = byte_at(added, i);
      if (keep > key.size() || add > suffixes.size() - suffix || keep + add > max_key_bytes) return damaged;
      std::string next = key.substr(0, keep);
      next += suffixes.substr(suffix, add);
      if (i > 0 && next <= key) return damaged;  // the search needs them in order
      key = std::move(next);
      suffix += add;
      if (byte_at(sense_counts, i) > max_senses) return damaged;
      words.starts.push_back(static_cast<std::uint32_t>(words.bytes.size()));
      words.senses.push_back(static_cast<std::uint32_t>(lexicon.senses_.size()));
      words.bytes += key;
      for (std::size_t end = sense + byte_at(sense_counts, i); sense < end; ++sense) {
        const auto id = static_cast<std::uint16_t>(byte_at(low, sense) | byte_at(high, sense) << 8);
        if (id >= concepts) return damaged;
        lexicon.senses_.push_back({id, byte_at(shares, sense)});
      }
    }
    if (suffix != suffixes.size()) return damaged;
    words.starts.push_back(static_cast<std::uint32_t>(words.bytes.size()));
    words.senses.push_back(static_cast<std::uint32_t>(lexicon.senses_.size()));
  }
  if (!reader.at_end()) return damaged;
  return lexicon;
}

Lexicon::Senses Lexicon::find(std::size_t language, std::string_view key) const {
  const Words& words = words_[language];
  std::size_t low = 0, high = words.starts.empty() ? 0 : words.starts.size() - 1;
  const auto word = [&words](std::size_t at) {
    return std::string_view(words.bytes).substr(words.starts[at], words.starts[at + 1] - words.starts[at]);
  };
  const std::size_t count = high;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (word(middle) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == count || word(low) != key) return {};
  return {senses_.data() + words.senses[low], senses_.data() + words.senses[low + 1]};
}

}  // namespace herold
