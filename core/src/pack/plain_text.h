// Most of a JSON text is letters within strings: what reading it costs is to get past them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/eight_bytes.h"

namespace herold::pack {

/// Where the first quotation mark, backslash or control character stands from `at` on, or the end of `text`.
inline std::size_t end_of_plain(std::string_view text, std::size_t at) {
  constexpr std::uint64_t each = text::each_byte;
  // The high bit of each byte below `bound`. A byte behind the first such may be marked too.
  const auto below = [](std::uint64_t bytes, std::uint64_t bound) {
    return (bytes - each * bound) & ~bytes & text::top_bits;
  };
  for (; at + sizeof each <= text.size(); at += sizeof each) {
    const std::uint64_t bytes = text::load_eight(text.data() + at);
    const std::uint64_t marks =
        below(bytes, 0x20) | below(bytes ^ each * '"', 1) | below(bytes ^ each * '\\', 1);
    if (marks != 0) return at + static_cast<std::size_t>(__builtin_ctzll(marks)) / 8;
  }
  while (at < text.size() && text[at] != '"' && text[at] != '\\' &&
         static_cast<unsigned char>(text[at]) >= 0x20)
    ++at;
  return at;
}

/// Like `==`; most keys differ in length or at once, which tells without a call.
inline bool is_same_key(std::string_view one, std::string_view other) {
  return one.size() == other.size() && (one.empty() || (one.front() == other.front() && one == other));
}

}  // namespace herold::pack
