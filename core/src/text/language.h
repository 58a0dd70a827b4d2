// Which of the four languages a post is written in.
#pragma once

#include <string_view>

namespace herold::text {

// "de", "en", "fr" or "it"; empty when the text does not tell.
std::string_view detect_language(std::string_view text);

}  // namespace herold::text
