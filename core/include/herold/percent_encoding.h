// Percent-encoding: RFC 3986, 2.1 to 2.3.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "herold/ascii.h"

namespace herold {

/// What never needs encoding.
constexpr bool is_unreserved(char c) {
  return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/// The byte of the escape that `text` begins with; nothing where it begins with none.
constexpr std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return std::nullopt;
  const int high = ascii::hex_value(text[1]);
  const int low = ascii::hex_value(text[2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

/// The byte as `%` and two digits in capitals.
inline std::string percent_encoded(char byte) {
  constexpr char digits[] = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'%', digits[value >> 4], digits[value & 15]};
}

/// All bytes of `text` but the unreserved ones and those that `kept` names.
inline std::string percent_encoded(std::string_view text, std::string_view kept = {}) {
  std::string encoded;
  for (const char c : text) {
    const bool is_kept = is_unreserved(c) || kept.find(c) != std::string_view::npos;
    encoded += is_kept ? std::string(1, c) : percent_encoded(c);
  }
  return encoded;
}

}  // namespace herold
