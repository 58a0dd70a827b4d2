// Bytes of other people's documents, as UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "feeds/entry.h"

namespace herold::feeds {

// In the encoding that a byte order mark, `content_type` or the document itself (XML declaration, HTML meta)
// names, in this order. Where none is named or the name is wrong: UTF-8 when it is that, else Windows-1252.
// What cannot be read becomes U+FFFD; the answer is always valid UTF-8, without byte order mark. More than
// kMostUnreadable of those, and the document is not in that encoding: Trouble "charset".
inline constexpr std::size_t kMostUnreadable = 1000;
std::variant<std::string, Trouble> to_utf8(std::string_view bytes, std::string_view content_type);

}  // namespace herold::feeds
