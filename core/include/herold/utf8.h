// UTF-8 validation, once at each door.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace herold {

/// The offset of the first byte of the first ill-formed sequence (overlong forms, surrogates, values past
/// U+10FFFF and truncated sequences included), or nothing when the text is valid.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

}  // namespace herold
