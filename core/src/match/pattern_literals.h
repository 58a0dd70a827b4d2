// What a pattern cannot match without, seen from its syntax tree: the prefilter of patterns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace herold::match {

struct PatternOutline {
  // RE2 takes the pattern as it is written; what it says otherwise is RE2's affair.
  bool parses = false;
  // Every match holds one of these, in small letters; ASCII, at least two bytes each. Letters count in either
  // case; U+212A and U+017F, which fold to k and s, are the caller's. Empty: nothing is known.
  std::vector<std::string> literals;
  // An upper bound of the instructions that RE2 compiles it to, however classes are spelled.
  std::uint64_t instructions = 0;
};

PatternOutline pattern_outline(std::string_view pattern);

}  // namespace herold::match
