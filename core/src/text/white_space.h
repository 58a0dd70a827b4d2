// Runs of white space, which count as one separator or, when they hold a blank line, part paragraphs.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/range.h"

namespace herold::text {

struct WhiteSpaceRun {
  std::uint32_t last;  // where its last grapheme cluster begins
  std::uint32_t end;
  bool parting;  // holds a blank line
};

// The run that begins at `at`, where a white space character stands. Default-ignorable characters inside it
// belong to it.
WhiteSpaceRun white_space_run(std::string_view text, std::uint32_t at);

// U+2028 and a lone CR too.
bool holds_line_break(std::string_view text);

// `range` without white space at its ends.
ByteRange trimmed(std::string_view text, ByteRange range);

}  // namespace herold::text
