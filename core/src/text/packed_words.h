// Word lists as constants that take little room to download: letters in one array and an end for each word,
// where pointers would double a short word's size.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace herold::text {

template <std::size_t words, std::size_t letters>
class PackedWords {
 public:
  /// Of anything iterable that holds `words` words, of `letters` letters in all.
  template <typename List>
  constexpr explicit PackedWords(const List& list) {
    std::size_t word = 0, letter = 0;
    for (const std::string_view each : list) {
      for (const char c : each) letters_[letter++] = c;
      ends_[++word] = static_cast<std::uint16_t>(letter);
    }
  }

  static constexpr std::size_t size() { return words; }

  constexpr std::string_view operator[](std::size_t i) const {
    return {letters_.data() + ends_[i], static_cast<std::size_t>(ends_[i + 1] - ends_[i])};
  }

  /// Whether `word` is one of them; they must be sorted by bytes.
  bool holds(std::string_view word) const {
    std::size_t from = 0, to = words;
    while (from < to) {
      const std::size_t middle = (from + to) / 2;
      const int order = (*this)[middle].compare(word);
      if (order == 0) return true;
      (order < 0 ? from : to) = order < 0 ? middle + 1 : middle;
    }
    return false;
  }

 private:
  static_assert(letters <= 0xFFFF);
  std::array<char, letters> letters_{};
  std::array<std::uint16_t, words + 1> ends_{};
};

template <typename List>
constexpr std::size_t letters_of(const List& list) {
  std::size_t letters = 0;
  for (const std::string_view each : list) letters += each.size();
  return letters;
}

}  // namespace herold::text
