// OLPC canonical JSON: the bytes that signatures cover.
//
// Members sorted by the bytes of their names, no white space, only `"` and `\` escaped. Numbers are integers:
// anything else has more than one spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herold {

/// Empty when the text is not JSON in UTF-8, names a key twice, is nested deeper than 64 levels, or holds a
/// number that is no 64-bit integer.
std::optional<std::string> canonical_json(std::string_view json);

}  // namespace herold
