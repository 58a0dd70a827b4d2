// The tables behind unicode.h, fold.h and the segmentations, as scripts/generate-unicode.mjs writes them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace herold::text::tables {

enum class Grapheme : std::uint8_t {
  other,
  cr,
  lf,
  control,
  extend,
  zwj,
  regional_indicator,
  prepend,
  spacing_mark,
  l,
  v,
  t,
  lv,
  lvt,
};

enum class Word : std::uint8_t {
  other,
  cr,
  lf,
  newline,
  extend,
  zwj,
  format,
  regional_indicator,
  katakana,
  hebrew_letter,
  a_letter,
  single_quote,
  double_quote,
  mid_num_let,
  mid_letter,
  mid_num,
  numeric,
  extend_num_let,
  w_seg_space,
};

enum class Sentence : std::uint8_t {
  other,
  cr,
  lf,
  sep,
  extend,
  format,
  sp,
  lower,
  upper,
  o_letter,
  numeric,
  a_term,
  s_continue,
  s_term,
  close,
};

enum Flag : std::uint8_t {
  default_ignorable = 1,
  white_space = 2,
  emoji = 4,
  emoji_presentation = 8,
  pictographic = 16,
};
constexpr int script_shift = 5;

struct Properties {
  std::uint8_t category;  // Category
  std::uint8_t grapheme;
  std::uint8_t word;
  std::uint8_t sentence;
  std::uint8_t combining_class;
  std::uint8_t flags;  // Flag, and Script from script_shift on
};

// Code points first to last, every step-th, fold by adding delta.
struct CaseRun {
  std::uint32_t first, last, step;
  std::int32_t delta;
};

// Of 16 neighbours: a bit for each that decomposes, and where in the pool the first one's entry is.
struct DecompositionGroup {
  std::uint16_t mask, offset;
};

struct LookAlike {
  std::uint16_t letter, latin;
};

constexpr char32_t property_limit = 0xE1000;
constexpr char32_t decomposition_limit = 0x2FA40;

extern const std::uint16_t property_blocks[];
extern const std::uint8_t property_values[];
extern const Properties property_records[];
extern const std::uint8_t decomposition_blocks[];
extern const DecompositionGroup decomposition_groups[];
extern const std::uint8_t decomposition_pool[];
extern const CaseRun case_runs[];
extern const std::size_t case_run_count;
extern const LookAlike look_alikes[];
extern const std::size_t look_alike_count;

inline const Properties& properties(char32_t c) {
  constexpr Properties beyond{29, 0, 0, 0, 0, 4 << script_shift};
  static constexpr Properties unassigned = beyond;
  if (c >= property_limit) return unassigned;
  return property_records[property_values[property_blocks[c >> 7] * 128u + (c & 127)]];
}

}  // namespace herold::text::tables
