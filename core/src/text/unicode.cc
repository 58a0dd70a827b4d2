#include "text/unicode.h"

#include "text/unicode_tables.h"

namespace herold::text {
namespace {

constexpr char32_t keycap = 0x20E3;  // makes a digit an emoji

bool has(char32_t c, tables::Flag flag) { return (tables::properties(c).flags & flag) != 0; }

bool between(char32_t c, Category first, Category last) {
  const Category value = category(c);
  return value >= first && value <= last;
}

}  // namespace

Category category(char32_t c) { return static_cast<Category>(tables::properties(c).category); }
Script script(char32_t c) { return static_cast<Script>(tables::properties(c).flags >> tables::script_shift); }

bool is_letter(char32_t c) { return between(c, Category::Lu, Category::Lo); }
bool is_mark(char32_t c) { return between(c, Category::Mn, Category::Me); }
bool is_number(char32_t c) { return between(c, Category::Nd, Category::No); }
bool is_wordlike_beyond_ascii(char32_t c) {
  return between(c, Category::Lu, Category::No) && !is_default_ignorable(c) && c != keycap;
}
bool is_upper(char32_t c) { return category(c) == Category::Lu || category(c) == Category::Lt; }
bool is_lower(char32_t c) { return category(c) == Category::Ll; }
bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return has(c, tables::white_space);
}
bool is_dash(char32_t c) { return category(c) == Category::Pd || c == 0x2212; }
bool is_overlay(char32_t c) {
  constexpr char32_t overline = 0x305, low_line = 0x332, double_low_line = 0x333, double_overline = 0x33F;
  if (c < overline) return false;
  const tables::Properties& properties = tables::properties(c);
  return properties.combining_class == 1 || properties.category == static_cast<std::uint8_t>(Category::Me) ||
         c == overline || c == low_line || c == double_low_line || c == double_overline;
}
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_default_ignorable(char32_t c) { return has(c, tables::default_ignorable); }
bool is_emoji(char32_t c) { return has(c, tables::emoji); }
bool is_emoji_presentation(char32_t c) { return has(c, tables::emoji_presentation); }
bool is_extended_pictographic(char32_t c) { return has(c, tables::pictographic); }

}  // namespace herold::text
