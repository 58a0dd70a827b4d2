// Eight bytes of a text at a time, the first the lowest; marks are the top bits of bytes.
#pragma once

#include <cstdint>
#include <cstring>

namespace herold::text {

static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "as on every processor that we build for");

constexpr std::uint64_t each_byte = 0x0101010101010101u, top_bits = each_byte * 0x80;

inline std::uint64_t load_eight(const char* bytes) {
  std::uint64_t eight;
  std::memcpy(&eight, bytes, sizeof eight);
  return eight;
}

// Marks the bytes from `first` to `last`, of bytes below 0x80.
constexpr std::uint64_t between(std::uint64_t eight, unsigned first, unsigned last) {
  return (eight + each_byte * (0x80 - first)) & ~(eight + each_byte * (0x7F - last)) & top_bits;
}

}  // namespace herold::text
