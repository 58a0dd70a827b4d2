// Unicode 15 properties of single code points, as far as the core needs them.
#pragma once

#include <cstdint>

#include "herold/ascii.h"

namespace herold::text {

enum class Category : std::uint8_t {
  Lu,
  Ll,
  Lt,
  Lm,
  Lo,
  Mn,
  Mc,
  Me,
  Nd,
  Nl,
  No,
  Pc,
  Pd,
  Ps,
  Pe,
  Pi,
  Pf,
  Po,
  Sm,
  Sc,
  Sk,
  So,
  Zs,
  Zl,
  Zp,
  Cc,
  Cf,
  Cs,
  Co,
  Cn,
};

// Common stands for Inherited too: neither decides whether a word mixes scripts.
enum class Script : std::uint8_t { common, latin, greek, cyrillic, other };

Category category(char32_t c);
Script script(char32_t c);

bool is_letter(char32_t c);  // L
bool is_mark(char32_t c);    // M
bool is_number(char32_t c);  // N
bool is_wordlike_beyond_ascii(char32_t c);
// L, M or N that shows and makes no emoji: what `boundary: word` looks for beside a match
inline bool is_wordlike(char32_t c) {
  if (c >= 0x80) return is_wordlike_beyond_ascii(c);
  return ascii::is_alphanumeric(c);
}
bool is_upper(char32_t c);  // Lu or Lt
bool is_lower(char32_t c);  // Ll
bool is_white_space(char32_t c);
bool is_overlay(char32_t c);     // strikes, underlines or frames what stands before it
bool is_dash(char32_t c);        // Pd, and U+2212
bool is_apostrophe(char32_t c);  // ' ’ U+02BC
bool is_default_ignorable(char32_t c);
bool is_emoji(char32_t c);               // Emoji
bool is_emoji_presentation(char32_t c);  // shown as emoji without U+FE0F
bool is_extended_pictographic(char32_t c);

}  // namespace herold::text
