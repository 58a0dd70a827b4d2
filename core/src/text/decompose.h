// Full decompositions (NFKD, or NFD) and case folding of single code points.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::text {

enum class Equivalence { compatible, canonical };

// A byte and the text in UTF-8. The byte is the text's length, with one bit set when `c` has no canonical
// decomposition, with another when it has a different one, which then follows behind a length of its own.
// Null when `c` does not decompose.
constexpr std::uint8_t only_compatible = 0x80, canonical_follows = 0x40, length_bits = 0x3F;
inline const std::uint8_t* decomposition_entry(char32_t c) {
  if (c >= tables::decomposition_limit) return nullptr;
  const tables::DecompositionGroup& group =
      tables::decomposition_groups[tables::decomposition_blocks[c >> 6] * 4u + (c >> 4 & 3)];
  const std::uint32_t bit = std::uint32_t{1} << (c & 15);
  if ((group.mask & bit) == 0) return nullptr;
  const std::uint8_t* entry = tables::decomposition_pool + group.offset;
  for (std::uint32_t before = group.mask & (bit - 1); before != 0; before &= before - 1) {
    if ((*entry & canonical_follows) != 0) entry += 1 + (*entry & length_bits);
    entry += 1 + (*entry & length_bits);
  }
  return entry;
}

// Calls `emit` for each code point that `c` decomposes to, `c` itself when it does not.
template <typename Emit>
void decompose(char32_t c, Equivalence equivalence, Emit&& emit) {
  constexpr char32_t hangul_first = 0xAC00, hangul_last = 0xD7A3, leads = 0x1100, vowels = 0x1161,
                     tails = 0x11A7;
  if (c >= hangul_first && c <= hangul_last) {
    const char32_t index = c - hangul_first;
    emit(leads + index / 588);
    emit(vowels + index % 588 / 28);
    if (index % 28 != 0) emit(tails + index % 28);
    return;
  }
  const std::uint8_t* entry = decomposition_entry(c);
  const bool canonical = equivalence == Equivalence::canonical;
  if (entry == nullptr || (canonical && (*entry & only_compatible) != 0)) return emit(c);
  if (canonical && (*entry & canonical_follows) != 0) entry += 1 + (*entry & length_bits);
  const std::string_view parts(reinterpret_cast<const char*>(entry + 1), *entry & length_bits);
  for (std::size_t i = 0; i < parts.size();) {
    const CodePoint part = decode(parts, i);
    emit(part.value);
    i += part.size;
  }
}

// The simple case folding of a code point that decomposition leaves as it is. The two that fold to more than
// one, ß and ẞ, are the caller's.
inline char32_t fold_case(char32_t c) {
  const tables::CaseRun* first = tables::case_runs;
  std::size_t count = tables::case_run_count;
  while (count > 0) {
    const tables::CaseRun& middle = first[count / 2];
    if (middle.last < c) {
      first += count / 2 + 1;
      count -= count / 2 + 1;
    } else {
      count /= 2;
    }
  }
  if (first == tables::case_runs + tables::case_run_count || c < first->first ||
      (c - first->first) % first->step != 0)
    return c;
  return static_cast<char32_t>(static_cast<std::int32_t>(c) + first->delta);
}

}  // namespace herold::text
