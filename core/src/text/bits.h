// A growing row of bits, to be read 64 at a time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace herold::text {

class Bits {
 public:
  std::uint32_t size() const { return size_; }
  bool operator[](std::uint32_t i) const { return (words_[i / 64] >> i % 64 & 1) != 0; }
  // Bit i is bit i % 64 of word i / 64; those past the end are 0.
  std::span<const std::uint64_t> words() const { return {words_.data(), word_count()}; }

  // The first place behind `i` where another bit stands than at `i`; size() when there is none.
  std::uint32_t run_end(std::uint32_t i) const {
    const std::uint64_t same = (*this)[i] ? ~std::uint64_t{0} : 0;
    std::size_t word = i / 64;
    std::uint64_t others = (words_[word] ^ same) & ~std::uint64_t{0} << i % 64;
    while (others == 0 && ++word < word_count()) others = words_[word] ^ same;
    if (others == 0) return size_;
    return std::min(
        static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(__builtin_ctzll(others)), size_);
  }

  // The last place up to `i` whose bit is set; there must be one.
  std::uint32_t last_set(std::uint32_t i) const {
    std::size_t word = i / 64;
    std::uint64_t set = words_[word] & ~std::uint64_t{0} >> (63 - i % 64);
    while (set == 0) set = words_[--word];
    return static_cast<std::uint32_t>(word * 64 + 63) - static_cast<std::uint32_t>(__builtin_clzll(set));
  }

  // The first place from `i` on whose bit is set; size() when there is none.
  std::uint32_t next_set(std::uint32_t i) const {
    std::size_t word = i / 64;
    std::uint64_t set = words_[word] & ~std::uint64_t{0} << i % 64;
    while (set == 0 && ++word < word_count()) set = words_[word];
    if (set == 0) return size_;
    return static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(__builtin_ctzll(set));
  }

  void reserve(std::size_t bits) {
    if (words_.size() < bits / 64 + 2) words_.resize(bits / 64 + 2);
  }

  // The lowest `count` of `bits`, 1 to 64; the others must be 0.
  void append(std::uint64_t bits, std::uint32_t count) {
    if (size_ / 64 + 2 > words_.size()) reserve(std::size_t{size_} * 2 + 64);
    std::uint64_t* word = &words_[size_ / 64];
    const std::uint32_t used = size_ % 64;
    word[0] |= bits << used;
    if (used + count > 64) word[1] = bits >> (64 - used);
    size_ += count;
  }

  void clear_from(std::uint32_t first) {
    for (std::uint32_t i = first; i < size_; ++i) words_[i / 64] &= ~(std::uint64_t{1} << i % 64);
  }

 private:
  std::size_t word_count() const { return (std::size_t{size_} + 63) / 64; }

  std::vector<std::uint64_t> words_;  // one more than are begun, at least; those are 0
  std::uint32_t size_ = 0;
};

}  // namespace herold::text
