// Full decompositions (NFKD, or NFD) and case folding of single code points.
#pragma once

#include <string_view>

#include "text/unicode_tables.h"
#include "text/utf8.h"

namespace herold::text {

enum class Equivalence { compatible, canonical };

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
  const std::uint16_t at =
      c < tables::decomposition_limit
          ? tables::decomposition_values[tables::decomposition_blocks[c >> 6] * 64u + (c & 63)]
          : 0;
  if (at == 0) return emit(c);

  // A length byte and the text; with its top bit set, the canonical form follows in the same way.
  const std::uint8_t* entry = tables::decomposition_pool + at;
  if (equivalence == Equivalence::canonical && (*entry & 0x80) != 0) entry += 1 + (*entry & 0x7F);
  const std::string_view parts(reinterpret_cast<const char*>(entry + 1), *entry & 0x7F);
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
