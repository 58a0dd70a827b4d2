// Words, sentences and paragraphs. Ranges come in order, do not overlap, and hold no white space at their
// ends.
#pragma once

#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::text {

// UAX #29 words that hold a letter or number.
//   "Na, l’été!"  →  "Na", "l’été"
std::vector<ByteRange> words(std::string_view text);

// Every boundary of UAX #29 word segmentation, 0 and the text's size included; none for the empty text.
std::vector<std::uint32_t> word_boundaries(std::string_view text);

// UAX #29 sentences, except that usual abbreviations and German ordinals do not end one and a line break
// does. None ends inside one of `links`, which come in order: "https://a.example/?b" is one piece.
// `language` is a tag (BCP 47): English, French and Italian write no such ordinals.
std::vector<ByteRange> sentences(std::string_view text, const std::vector<ByteRange>& links = {},
                                 std::string_view language = "de");

// Every boundary of UAX #29 sentence segmentation as the annex has it.
std::vector<std::uint32_t> sentence_boundaries(std::string_view text);

// What blank lines part.
std::vector<ByteRange> paragraphs(std::string_view text);

}  // namespace herold::text
