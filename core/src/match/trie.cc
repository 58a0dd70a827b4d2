#include "match/trie.h"

#include <numeric>

#include "text/sort_numbers.h"

namespace herold::match {

// Class 0 is for bytes that no pattern holds.
void Trie::number_classes(const std::vector<std::string_view>& patterns, const Classes& equal) {
  std::array<std::uint8_t, 256> number{};
  class_count_ = 1;
  for (const std::string_view pattern : patterns)
    for (const char byte : pattern) {
      std::uint8_t& own = number[equal[static_cast<unsigned char>(byte)]];
      if (own == 0) own = static_cast<std::uint8_t>(class_count_++);
    }
  for (std::size_t byte = 0; byte < number.size(); ++byte) classes_[byte] = number[equal[byte]];
}

// The classes of their bytes, one pattern after the other.
std::string Trie::letters_of(const std::vector<std::string_view>& patterns) const {
  std::size_t size = 0;
  for (const std::string_view pattern : patterns) size += pattern.size();
  std::string letters;
  letters.reserve(size);
  for (const std::string_view pattern : patterns) letters += pattern;
  for (char& byte : letters) byte = static_cast<char>(classes_[static_cast<unsigned char>(byte)]);
  return letters;
}

// Sorted patterns are a trie already: a state is a stretch of them with a common beginning. Taking the
// stretches level by level numbers the states breadth-first.
void Trie::build(const std::vector<std::string_view>& patterns, const Classes& equal) {
  *this = Trie{};
  number_classes(patterns, equal);
  const std::string letters = letters_of(patterns);
  std::vector<std::string_view> keys;
  keys.reserve(patterns.size());
  for (std::size_t at = 0; const std::string_view pattern : patterns) {
    keys.push_back(std::string_view(letters).substr(at, pattern.size()));
    at += pattern.size();
  }
  order_.resize(keys.size());
  std::iota(order_.begin(), order_.end(), 0u);
  text::sort_numbers(order_, [&](std::uint32_t a, std::uint32_t b) {
    const int compared = keys[a].compare(keys[b]);
    return compared != 0 ? compared < 0 : a < b;
  });

  note_beginnings(keys);

  struct Stretch {
    std::uint32_t first, last, depth;
  };
  std::vector<Stretch> states = {{0, static_cast<std::uint32_t>(keys.size()), 0}};
  labels_ = {0};
  chain_ = {Output{}};
  for (std::size_t state = 0; state < states.size(); ++state) {
    auto [first, last, depth] = states[state];
    const std::uint32_t begin = first;
    while (first < last && keys[order_[first]].size() == depth) ++first;
    outputs_.push_back(first > begin ? static_cast<std::uint32_t>(chain_.size()) : 0);
    if (first > begin) chain_.push_back({begin, first, 0});

    children_.push_back(static_cast<std::uint32_t>(states.size()));
    while (first < last) {
      const char label = keys[order_[first]][depth];
      std::uint32_t end = first + 1;
      while (end < last && keys[order_[end]][depth] == label) ++end;
      states.push_back({first, end, depth + 1});
      labels_.push_back(static_cast<std::uint8_t>(label));
      first = end;
    }
  }
  children_.push_back(static_cast<std::uint32_t>(states.size()));
}

void Trie::note_beginnings(const std::vector<std::string_view>& keys) {
  std::array<Classes, 3> groups_of_class{};
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const std::string_view key = keys[order_[i]];
    const auto group = static_cast<std::uint8_t>(1U << i * 8 / order_.size());
    for (std::size_t place = 0; place < groups_of_class.size(); ++place) {
      if (place < key.size()) {
        groups_of_class[place][static_cast<unsigned char>(key[place])] |= group;
      } else {
        for (std::uint8_t& groups : groups_of_class[place]) groups |= group;
      }
    }
  }
  for (std::size_t place = 0; place < groups_of_class.size(); ++place)
    for (std::size_t byte = 0; byte < classes_.size(); ++byte)
      beginnings_[place][byte] = groups_of_class[place][classes_[byte]];
}

}  // namespace herold::match
