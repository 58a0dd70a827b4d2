#include "app/log_value.h"

#include <cstdio>

namespace herold::app {

std::string log_value(std::string_view text) {
  std::string value = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') value += '\\';
    if (c == '\n') {
      value += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      char escaped[5];
      std::snprintf(escaped, sizeof escaped, "\\x%02x", byte);
      value += escaped;
    } else {
      value += c;
    }
  }
  return value + '"';
}

}  // namespace herold::app
