#include "text/graphemes.h"

#include "text/eight_bytes.h"
#include "text/grapheme_breaker.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

std::uint64_t bit(std::uint32_t offset) { return std::uint64_t{1} << (offset & 63); }
int lowest(std::uint64_t word) { return __builtin_ctzll(word); }
int highest(std::uint64_t word) { return 63 - __builtin_clzll(word); }

// Whether the eight bytes at `at` are all ASCII and no controls.
bool is_plain(std::string_view text, std::uint32_t at) {
  if (at + 8 > text.size()) return false;
  const std::uint64_t bytes = load_eight(text.data() + at);
  // A byte below 0x20 borrows from its top bit; 0x7F becomes 0x80.
  return ((bytes | (bytes + each_byte) | (bytes - each_byte * 0x20)) & top_bits) == 0;
}

}  // namespace

Graphemes::Graphemes(std::string_view text)
    : size_(static_cast<std::uint32_t>(text.size())), starts_(text.size() / 64 + 1) {
  GraphemeBreaker breaker;
  for (std::uint32_t at = 0; at < size_;) {
    if (breaker.plain() && is_plain(text, at)) {
      // Aligned or not, eight bits may reach into the next word.
      starts_[at / 64] |= std::uint64_t{0xFF} << (at & 63);
      if ((at & 63) > 56) starts_[at / 64 + 1] |= std::uint64_t{0xFF} >> (64 - (at & 63));
      breaker.restart();
      at += 8;
      continue;
    }
    const CodePoint point = decode(text, at);
    if (breaker.breaks_before(tables::properties(point.value))) starts_[at / 64] |= bit(at);
    at += point.size;
  }
  starts_[size_ / 64] |= bit(size_);
}

bool Graphemes::boundary(std::uint32_t offset) const {
  return offset == 0 || (starts_[offset / 64] & bit(offset)) != 0;
}

std::uint32_t Graphemes::floor(std::uint32_t offset) const {
  std::uint32_t word = offset / 64;
  std::uint64_t bits = starts_[word] & (bit(offset) | (bit(offset) - 1));
  while (bits == 0 && word > 0) bits = starts_[--word];
  return bits == 0 ? 0 : word * 64 + static_cast<std::uint32_t>(highest(bits));
}

std::uint32_t Graphemes::ceil(std::uint32_t offset) const {
  if (offset >= size_) return size_;
  std::uint32_t word = offset / 64;
  std::uint64_t bits = starts_[word] & ~(bit(offset) - 1);
  while (bits == 0) bits = starts_[++word];
  return word * 64 + static_cast<std::uint32_t>(lowest(bits));
}

std::uint32_t Graphemes::count(ByteRange range) const {
  if (range.empty()) return 0;
  std::uint32_t clusters = 0;
  for (std::uint32_t word = range.start / 64; word <= (range.end - 1) / 64; ++word) {
    std::uint64_t bits = starts_[word];
    if (word == range.start / 64) bits &= ~(bit(range.start) - 1);
    if (word == range.end / 64) bits &= bit(range.end) - 1;
    clusters += static_cast<std::uint32_t>(__builtin_popcountll(bits));
  }
  return clusters;
}

}  // namespace herold::text
