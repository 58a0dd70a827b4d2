// Word lists as constants that take little room to download: letters in one array, where pointers would
// double a short word's size. Where each word stands is found when a list is first used.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace herold::text {

/// Room for the words of `list` with an end for each.
template <typename List>
constexpr std::size_t packed_size(const List& list) {
  std::size_t size = 0;
  for (const std::string_view each : list) size += each.size() + 1;
  return size;
}

template <std::size_t packed_size>
struct PackedWords {
  /// Of anything iterable.
  template <typename List>
  constexpr explicit PackedWords(const List& list) {
    char* out = bytes.data();
    for (const std::string_view each : list) {
      for (const char c : each) *out++ = c;
      *out++ = '\0';
    }
  }

  std::array<char, packed_size> bytes{};
};

/// The words of a PackedWords, which outlives it.
class WordList {
 public:
  template <std::size_t packed_size>
  explicit WordList(const PackedWords<packed_size>& packed)
      : WordList(std::string_view(packed.bytes.data(), packed.bytes.size())) {}

  std::size_t size() const { return words_.size(); }
  std::string_view operator[](std::size_t i) const { return words_[i]; }
  /// Whether `word` is one of them; they must be sorted by bytes.
  bool holds(std::string_view word) const;

 private:
  explicit WordList(std::string_view packed);

  std::vector<std::string_view> words_;
};

}  // namespace herold::text
