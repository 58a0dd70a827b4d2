// Wishes, condolences, small ads and favours asked: posts that are seldom ones for a company's content.
#pragma once

#include <string_view>

namespace herold::suggest {

/// Whether a draft says what such posts say, in one of the four languages of the core. `draft` is valid
/// UTF-8.
bool is_occasion(std::string_view draft);

}  // namespace herold::suggest
