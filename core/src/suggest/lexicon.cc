// The format, all numbers in little-endian order: "HLX2", the number of concepts (4 bytes), a weight each (1
// byte), a salience each (1 byte); then for each language the number of words (4), the number of bytes of all
// suffixes (4), and in columns, which compress better than rows: for each word how many bytes it shares with
// the one before it, how many it adds, and its number of senses (1 byte each); the added bytes; for each
// sense the concept's low byte, then all high bytes, then all shares.
#include "herold/lexicon.h"

#include <algorithm>
#include <utility>

namespace herold {

namespace {

constexpr std::string_view magic = "HLX2";
constexpr std::size_t max_concepts = 0x10000;

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

// A polynomial of the bytes: the hash of a word goes on from that of its beginning, and that of its end is
// told by both.
constexpr std::uint32_t radix = 0x9E3779B1u;
std::uint32_t hash_on(std::uint32_t hash, char byte) {
  return hash * radix + static_cast<unsigned char>(byte);
}

// The low bits of a polynomial tell of low bits alone.
std::uint32_t mixed(std::uint32_t hash) {
  hash = (hash ^ hash >> 16) * 0x85EBCA6Bu;
  return hash ^ hash >> 13;
}

constexpr std::size_t block_words = 16;
constexpr std::size_t filter_bits_per_word = 12;

// Words of at least one bit each, a power of two.
std::size_t filter_words(std::size_t count) {
  std::size_t words = 1;
  while (words * 32 < count * filter_bits_per_word) words *= 2;
  return words;
}

// As a number that orders keys like their bytes do.
std::uint64_t first_bytes(std::string_view key) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < sizeof bytes; ++i)
    bytes = bytes << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0u);
  return bytes;
}

// How many bytes `a` and `b` begin with alike.
std::size_t common_beginning(std::string_view a, std::string_view b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t common = 0;
  while (common < most && a[common] == b[common]) ++common;
  return common;
}

// Three bits of one word of the filter (a blocked Bloom filter).
std::uint32_t filter_bits(std::uint32_t hash) {
  return std::uint32_t{1} << (hash & 31) | std::uint32_t{1} << (hash >> 27) |
         std::uint32_t{1} << (hash >> 22 & 31);
}

// Whether the word that keeps so many bytes of `before` and adds others is behind it, and keeps all that it
// could: the search relies on both.
bool comes_after(std::string_view before, std::size_t keep, std::string_view added) {
  if (added.empty()) return false;
  return keep == before.size() ||
         static_cast<unsigned char>(added.front()) > static_cast<unsigned char>(before[keep]);
}

// A word while the columns are read, with the hashes of all its beginnings.
class Word {
 public:
  std::string_view text() const { return {bytes_.data(), size_}; }
  std::uint32_t hash() const { return mixed(hashes_[size_]); }

  void change(std::size_t keep, std::string_view suffix) {
    size_ = keep;
    for (const char byte : suffix) {
      bytes_[size_] = byte;
      hashes_[size_ + 1] = hash_on(hashes_[size_], byte);
      ++size_;
    }
  }

 private:
  std::array<char, Lexicon::max_key_bytes> bytes_;
  std::array<std::uint32_t, Lexicon::max_key_bytes + 1> hashes_{};
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
    lexicon.saliences_ = reader_.take(concepts_);
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
    Word key;
    std::size_t suffix = 0, sense = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t keep = byte_at(words.shared, i), add = byte_at(words.added, i);
      if (keep > key.text().size() || add > words.suffixes.size() - suffix || keep + add > max_key_bytes)
        return false;
      const std::string_view added = words.suffixes.substr(suffix, add);
      if (i > 0 && !comes_after(key.text(), keep, added)) return false;
      key.change(keep, added);
      suffix += add;
      if (i % block_words == 0) {
        words.blocks.push_back({first_bytes(key.text()), static_cast<std::uint32_t>(words.heads.size()),
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

Lexicon::Key::Key(std::string_view text) : text_(text.size() > max_key_bytes ? std::string_view() : text) {
  hashes_[0] = 0;
  powers_[0] = 1;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    hashes_[i + 1] = hash_on(hashes_[i], text_[i]);
    powers_[i + 1] = powers_[i] * radix;
  }
}

std::uint32_t Lexicon::Key::hash(std::string_view part) const {
  const auto start = static_cast<std::size_t>(part.data() - text_.data());
  return mixed(hashes_[start + part.size()] - hashes_[start] * powers_[part.size()]);
}

Result<Lexicon> Lexicon::parse(std::string_view bytes) {
  std::unique_ptr<char[]> copy(new char[std::min(bytes.size(), max_bytes)]);
  std::copy_n(bytes.begin(), std::min(bytes.size(), max_bytes), copy.get());
  return parse(std::move(copy), bytes.size());
}

Result<Lexicon> Lexicon::parse(std::unique_ptr<const char[]> bytes, std::size_t size) {
  if (size > max_bytes) return Error{"a lexicon has at most 8 MiB"};
  Lexicon lexicon;
  lexicon.bytes_ = std::move(bytes);
  if (!Parser({lexicon.bytes_.get(), size}).parse(lexicon))
    return Error{"this is no lexicon, or a damaged one"};
  return lexicon;
}

std::string_view Lexicon::Words::head(std::size_t block) const {
  const std::size_t start = blocks[block].head;
  const std::size_t end = block + 1 < blocks.size() ? blocks[block + 1].head : heads.size();
  return std::string_view(heads).substr(start, end - start);
}

bool Lexicon::Words::may_have(std::uint32_t hash) const {
  const std::uint32_t bits = filter_bits(hash);
  return (filter[(hash >> 5) & (filter.size() - 1)] & bits) == bits;
}

void Lexicon::Words::mark(std::uint32_t hash) {
  filter[(hash >> 5) & (filter.size() - 1)] |= filter_bits(hash);
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

std::size_t Lexicon::Words::last_block_up_to(std::string_view key) const {
  const std::uint64_t beginning = first_bytes(key);
  const auto is_up_to = [&](const Block& block) {
    if (block.beginning != beginning) return block.beginning < beginning;
    return head(static_cast<std::size_t>(&block - blocks.data())) <= key;
  };
  const auto after = std::partition_point(blocks.begin(), blocks.end(), is_up_to);
  return after == blocks.begin() ? none : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

Lexicon::Senses Lexicon::find(std::size_t language, std::string_view part, const Key& whole) const {
  const bool is_letters = !part.empty() && !whole.text().empty();
  const Words& words = words_[language];
  return is_letters && words.may_have(whole.hash(part)) ? words.find(part) : Senses{};
}

Lexicon::Senses Lexicon::Words::find(std::string_view key) const {
  const std::size_t block = last_block_up_to(key);
  if (block == none) return {};

  // Each word is before the key until one is it or behind it, and has `common` bytes in common with it: a
  // word that keeps more than those of the one before is still before the key, one that keeps less is behind
  // it.
  const std::string_view first_word = head(block);
  std::size_t common = common_beginning(first_word, key);
  if (common == key.size() && common == first_word.size()) {
    return senses(blocks[block].sense, byte_at(sense_counts, block * block_words));
  }
  std::size_t suffix = blocks[block].suffix, sense = blocks[block].sense;
  const std::size_t first = block * block_words;
  const std::size_t end = std::min(first + block_words, shared.size());
  for (std::size_t i = first + 1; i < end; ++i) {
    sense += byte_at(sense_counts, i - 1);
    const std::size_t keep = byte_at(shared, i), add = byte_at(added, i);
    if (keep < common) return {};
    if (keep == common) {
      common += common_beginning(suffixes.substr(suffix, add), key.substr(common));
      if (common == key.size()) {
        return keep + add == common ? senses(sense, byte_at(sense_counts, i)) : Senses{};
      }
    }
    suffix += add;
  }
  return {};
}

}  // namespace herold
