// Words that carry no topic, in the four languages of the core.
#pragma once

#include <string_view>

namespace herold::suggest {

/// `key` is a token's key, see tokens.h.
bool is_stop_word(std::string_view key);

}  // namespace herold::suggest
