// Percent-encoding: RFC 3986, 2.1 to 2.3.
#pragma once

#include <string>
#include <string_view>

#include "herold/ascii.h"

namespace herold {

/// What never needs encoding.
constexpr bool is_unreserved(char c) {
  return ascii::is_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
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
