// The format, all numbers in little-endian order: "HLX1", the number of concepts (4 bytes), a weight each (1
// byte); then for each language the number of words (4), the number of bytes of all suffixes (4), and in
// columns, which compress better than rows: for each word how many bytes it shares with the one before it,
// how many it adds, and its number of senses (1 byte each); the added bytes; for each sense the concept's low
// byte, then all high bytes, then all shares.
#include "herold/lexicon.h"

#include <algorithm>
#include <utility>

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

// FNV-1a, so that the hash of a word goes on from that of its beginning.
constexpr std::uint32_t hash_of_nothing = 0x811C9DC5u;
std::uint32_t hash_on(std::uint32_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x01000193u;
}

constexpr std::size_t block_words = 16;
constexpr std::size_t filter_bits_per_word = 8;

// Words of at least one bit each, a power of two.
std::size_t filter_words(std::size_t count) {
  std::size_t words = 1;
  while (words * 32 < count * filter_bits_per_word) words *= 2;
  return words;
}

// A word while the columns are read, with the hashes of all its beginnings.
class Key {
 public:
  std::string_view text() const { return {bytes_.data(), size_}; }
  std::uint32_t hash() const { return hashes_[size_]; }

  void change(std::size_t keep, std::string_view suffix) {
    size_ = keep;
    for (const char byte : suffix) {
      bytes_[size_] = byte;
      hashes_[size_ + 1] = hash_on(hashes_[size_], byte);
      ++size_;
    }
  }

 private:
  std::array<char, max_key_bytes> bytes_;
  std::array<std::uint32_t, max_key_bytes + 1> hashes_{hash_of_nothing};
  std::size_t size_ = 0;
};

}  // namespace

// Reads the columns once from end to end: `find` relies on what is checked here.
class Lexicon::Parser {
 public:
  explicit Parser(std::string_view bytes) : reader_(bytes) {}

  bool parse(Lexicon& lexicon) {
    if (reader_.take(magic.size()) != magic) return false;
    concepts_ = reader_.number();
    lexicon.weights_ = reader_.take(concepts_);
    if (!reader_.ok() || concepts_ > max_concepts) return false;
    return std::all_of(lexicon.words_.begin(), lexicon.words_.end(),
                       [this](Words& words) { return take_columns(words) && index(words); }) &&
           reader_.at_end();
  }

 private:
  bool take_columns(Words& words) {
    const std::size_t count = reader_.number();
    const std::size_t suffix_bytes = reader_.number();
    words.shared = reader_.take(count);
    words.added = reader_.take(count);
    words.sense_counts = reader_.take(count);
    words.suffixes = reader_.take(suffix_bytes);
    std::size_t senses = 0;
    for (const char each : words.sense_counts) {
      if (static_cast<unsigned char>(each) > max_senses) return false;
      senses += static_cast<unsigned char>(each);
    }
    words.low = reader_.take(senses);
    words.high = reader_.take(senses);
    words.shares = reader_.take(senses);
    for (std::size_t i = 0; reader_.ok() && i < senses; ++i)
      if ((byte_at(words.low, i) | std::size_t{byte_at(words.high, i)} << 8) >= concepts_) return false;
    return reader_.ok();
  }

  static bool index(Words& words) {
    const std::size_t count = words.shared.size();
    words.filter.assign(filter_words(count), 0);
    words.blocks.reserve(count / block_words + 1);
    Key key;
    std::size_t suffix = 0, sense = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t keep = byte_at(words.shared, i), add = byte_at(words.added, i);
      if (keep > key.text().size() || add > words.suffixes.size() - suffix || keep + add > max_key_bytes)
        return false;
      const std::string_view added = words.suffixes.substr(suffix, add);
      if (i > 0 && added <= key.text().substr(keep)) return false;  // the search needs them in order
      key.change(keep, added);
      suffix += add;
      if (i % block_words == 0) {
        words.blocks.push_back({static_cast<std::uint32_t>(words.heads.size()),
                                static_cast<std::uint32_t>(suffix), static_cast<std::uint32_t>(sense)});
        words.heads += key.text();
      }
      words.mark(key.hash());
      sense += byte_at(words.sense_counts, i);
    }
    return suffix == words.suffixes.size();
  }

  Reader reader_;
  std::size_t concepts_ = 0;
};

std::variant<Lexicon, std::string> Lexicon::parse(std::string_view bytes) {
  std::unique_ptr<char[]> copy(new char[std::min(bytes.size(), max_bytes)]);
  std::copy_n(bytes.begin(), std::min(bytes.size(), max_bytes), copy.get());
  return parse(std::move(copy), bytes.size());
}

std::variant<Lexicon, std::string> Lexicon::parse(std::unique_ptr<const char[]> bytes, std::size_t size) {
  if (size > max_bytes) return "a lexicon has at most 8 MiB";
  Lexicon lexicon;
  lexicon.bytes_ = std::move(bytes);
  if (!Parser({lexicon.bytes_.get(), size}).parse(lexicon)) return "this is no lexicon, or a damaged one";
  return lexicon;
}

std::string_view Lexicon::Words::head(std::size_t block) const {
  const std::size_t start = blocks[block].head;
  const std::size_t end = block + 1 < blocks.size() ? blocks[block + 1].head : heads.size();
  return std::string_view(heads).substr(start, end - start);
}

bool Lexicon::Words::may_have(std::uint32_t hash) const {
  return (filter[(hash >> 5) & (filter.size() - 1)] >> (hash & 31) & 1) != 0;
}

void Lexicon::Words::mark(std::uint32_t hash) {
  filter[(hash >> 5) & (filter.size() - 1)] |= std::uint32_t{1} << (hash & 31);
}

Lexicon::Senses Lexicon::Words::senses(std::size_t first, std::size_t count) const {
  Senses found;
  found.known = true;
  for (std::size_t i = first; i < first + count; ++i) {
    found.list[found.size++] = {static_cast<std::uint16_t>(byte_at(low, i) | byte_at(high, i) << 8),
                                byte_at(shares, i)};
  }
  return found;
}

Lexicon::Senses Lexicon::find(std::size_t language, std::string_view key) const {
  const Words& words = words_[language];
  std::uint32_t hash = hash_of_nothing;
  for (const char byte : key) hash = hash_on(hash, byte);
  if (!words.may_have(hash)) return {};

  // The last block whose first word is not behind the key.
  std::size_t low = 0, high = words.blocks.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (words.head(middle) <= key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return {};
  const std::size_t first = (low - 1) * block_words;
  const auto [head, begin, sense_begin] = words.blocks[low - 1];
  std::array<char, max_key_bytes> word;
  std::size_t size = words.head(low - 1).copy(word.data(), max_key_bytes);
  std::size_t suffix = begin, sense = sense_begin;
  const std::size_t end = std::min(first + block_words, words.shared.size());
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) {
      const std::size_t keep = byte_at(words.shared, i), add = byte_at(words.added, i);
      size = keep + words.suffixes.copy(word.data() + keep, add, suffix);
      suffix += add;
    }
    const std::size_t count = byte_at(words.sense_counts, i);
    if (std::string_view(word.data(), size) == key) return words.senses(sense, count);
    sense += count;
  }
  return {};
}

}  // namespace herold
