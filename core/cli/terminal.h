// Output that a person reads: colour only on terminals, text as wide as terminals show it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "herold/guideline.h"

namespace herold::cli {

enum class Style { plain, bold, dim, error, warning, suggestion };

Style style_of(Severity severity);

class Terminal {
 public:
  /// Colours when standard output is a terminal and NO_COLOR is not set (no-color.org).
  static Terminal standard_output();
  explicit Terminal(bool has_colours) : has_colours_(has_colours) {}

  std::string styled(Style style, std::string_view text) const;

 private:
  bool has_colours_;
};

/// Columns that the text takes: wide characters and emoji two, marks and invisible ones none.
std::size_t columns(std::string_view text);

/// The text on one line: control characters, which could move the cursor or worse, become U+FFFD, tabs
/// blanks.
std::string printable(std::string_view text);

}  // namespace herold::cli
