// The languages that the core knows: their function words, their stems, their ordinals.
#pragma once

#include <cstddef>
#include <cstdint>

#include "herold/names.h"

namespace herold::text {

enum class Language : std::uint8_t { german, english, french, italian };
inline constexpr auto language_tags = names_up_to<Language::italian>({"de", "en", "fr", "it"});
inline constexpr std::size_t language_count = language_tags.size();

}  // namespace herold::text
