// Sixteen bytes of a text at a time, in one register of every processor that we build for: SSE2, NEON,
// WebAssembly's SIMD. A mask has all bits of a byte, or none.
#pragma once

#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__wasm_simd128__)
#include <wasm_simd128.h>
#endif

namespace herold::text {

typedef unsigned char SixteenBytes __attribute__((vector_size(16)));

inline SixteenBytes load_sixteen(const char* bytes) {
  SixteenBytes sixteen;
  std::memcpy(&sixteen, bytes, sizeof sixteen);
  return sixteen;
}

inline void store(char* bytes, SixteenBytes sixteen) { std::memcpy(bytes, &sixteen, sizeof sixteen); }

inline SixteenBytes equal(SixteenBytes bytes, unsigned char wanted) {
  return reinterpret_cast<SixteenBytes>(bytes == wanted);
}

// The mask of the bytes from `first` to `last`.
inline SixteenBytes between(SixteenBytes bytes, unsigned char first, unsigned char last) {
  return reinterpret_cast<SixteenBytes>(bytes - first <= static_cast<unsigned char>(last - first));
}

inline SixteenBytes where(SixteenBytes mask, unsigned char yes, SixteenBytes no) {
  return (mask & yes) | (~mask & no);
}

// A mask as a bit for each byte, that of the first the lowest.
inline std::uint64_t marks(SixteenBytes mask) {
#if defined(__SSE2__)
  return static_cast<std::uint64_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(mask)));
#elif defined(__wasm_simd128__)
  return wasm_i8x16_bitmask(reinterpret_cast<v128_t>(mask));
#else
  constexpr std::uint64_t each_first_bit = 0x0101010101010101u, gather = 0x0102040810204080u;
  std::uint64_t halves[2];
  std::memcpy(halves, &mask, sizeof halves);
  const auto bits = [](std::uint64_t half) { return (half & each_first_bit) * gather >> 56; };
  return bits(halves[0]) | bits(halves[1]) << 8;
#endif
}

}  // namespace herold::text
