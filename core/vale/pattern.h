// What a rule looks for, as a pack says it: plain words as terms, all else as patterns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vale/expression.h"

namespace herold::vale {

/// Vale's `nonword: false`: an expression stands between `\b`s.
enum class Bounds { word, none };

/// In a heading of Markdown the first match counts; a post has no other headings.
enum class Place { anywhere, heading };

/// A word or words that mean themselves: letters, digits, single blanks and apostrophes.
bool is_plain(std::string_view text);

struct Patterns {
  std::vector<std::string> patterns{};
  std::vector<std::string> exceptions{};
};

/// The patterns of an expression: one, or one for each alternative where lookarounds are taken off. In
/// them `^` and `$` are ends of lines.
Patterns patterns_of(const Expression& expression, Bounds bounds, Place place);

}  // namespace herold::vale
