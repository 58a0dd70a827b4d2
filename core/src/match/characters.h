// Characters as a network counts them.
#pragma once

#include <cstdint>

#include "match/draft.h"

namespace herold::match {

enum class CharacterCount : std::uint8_t {
  utf16,      // LinkedIn
  weighted,   // X: links 23, emoji 2, most scripts outside Europe 2 a character
  mastodon,   // grapheme clusters, links 23
  graphemes,  // elsewhere
};

// Characters of `range`, whose ends are grapheme boundaries.
std::uint32_t count_characters(Draft& draft, text::ByteRange range, CharacterCount count);

// Where the text past `limit` begins inside `range`: the first cluster that does not fit whole; range.end
// when everything fits.
std::uint32_t end_of_characters(Draft& draft, text::ByteRange range, CharacterCount count,
                                std::uint32_t limit);

}  // namespace herold::match
