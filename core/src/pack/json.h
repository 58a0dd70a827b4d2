// Strict JSON (RFC 8259): UTF-8, no key twice in one object, bounded depth. Objects keep the order of their
// keys.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace herold::pack {

using Json = nlohmann::ordered_json;

struct JsonLimits {
  std::size_t bytes;
  std::size_t levels;
};

void skip_byte_order_mark(std::string_view& text);

/// What keeps a reader from beginning, in one line; else `text` is valid UTF-8 without a byte order mark in
/// front.
std::optional<std::string> enter(std::string_view& text, const JsonLimits& limits);

/// The integer that the letters of a number are, where 64 bits hold it.
std::optional<Json> whole_number(std::string_view letters);

/// The document, or in one line what keeps it from being one. A byte order mark in front is skipped.
std::variant<Json, std::string> parse_json(std::string_view text, const JsonLimits& limits);

/// JSON text without white space; what is not UTF-8 becomes U+FFFD.
std::string to_text(const Json& value);

}  // namespace herold::pack
