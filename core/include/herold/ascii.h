// ASCII characters as formats and protocols mean them: whatever the locale, and all bytes beyond are none of
// them.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace herold::ascii {

constexpr bool is_digit(auto c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(auto c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(auto c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(auto c) { return is_lower(c) || is_upper(c); }
constexpr bool is_alphanumeric(auto c) { return is_letter(c) || is_digit(c); }

constexpr bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c); });
}

constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }

inline std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}

/// 0 to 15, or -1 where `c` is no hexadecimal digit.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char small = to_lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Whether `text` begins with `lower`, which is in small letters, in any case.
inline bool begins_with(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(),
                                                   [](char l, char c) { return l == to_lower(c); });
}

inline bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

}  // namespace herold::ascii
