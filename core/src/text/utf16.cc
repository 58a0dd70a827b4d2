#include "text/utf16.h"

#include <algorithm>
#include <cstring>

#include "text/eight_bytes.h"
#include "text/utf8.h"

namespace herold::text {
namespace {

constexpr std::uint32_t block_size = 8;

// Of bytes that are 0 or 1. Neither target has an instruction for counting bits that may be taken for
// granted.
std::uint32_t sum_of_bytes(std::uint64_t bytes) {
  return static_cast<std::uint32_t>(bytes * each_byte >> 56);
}

// Of the first `count` of the bytes, at most eight. A code point counts at its first byte: one unit, two when
// it takes four bytes.
std::uint32_t units_of(std::string_view bytes, std::uint32_t count) {
  std::uint64_t eight = 0;
  if (bytes.size() >= sizeof eight) {
    // One load, where copying a number of bytes is a call.
    eight = load_eight(bytes.data());
    if (count < sizeof eight) eight &= (std::uint64_t{1} << count * 8) - 1;
  } else {
    std::memcpy(&eight, bytes.data(), count);
  }
  // A bit each: continuations are 10xxxxxx, four-byte leads 1111xxxx.
  const std::uint64_t continuations = (eight >> 7) & ~(eight >> 6) & each_byte;
  const std::uint64_t long_leads = (eight >> 7) & (eight >> 6) & (eight >> 5) & (eight >> 4) & each_byte;
  return count - sum_of_bytes(continuations) + sum_of_bytes(long_leads);
}

}  // namespace

Utf16Map::Utf16Map(std::string_view text) : text_(text) {
  units_before_block_.reserve(text.size() / block_size + 1);
  for (std::size_t at = 0; at < text.size(); at += block_size) {
    units_before_block_.push_back(total_);
    const std::string_view rest = text.substr(at);
    total_ += units_of(rest, static_cast<std::uint32_t>(std::min<std::size_t>(rest.size(), block_size)));
  }
  units_before_block_.push_back(total_);
}

std::uint32_t Utf16Map::units_in_blocks(std::uint32_t offset) const {
  const std::uint32_t block = offset / block_size;
  if (block + 1 >= units_before_block_.size()) return total_;
  return units_before_block_[block] + units_of(text_.substr(block * block_size), offset % block_size);
}

}  // namespace herold::text
