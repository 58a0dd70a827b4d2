// Output that a person reads: colour only on terminals, text as wide as terminals show it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "herold/guideline.h"

namespace herold::cli {

enum class Style { plain, bold, dim, error, warning, suggestion };

Style style_of(Severity severity);

class Terminal {
 public:
  /// Colours when standard output is a terminal and NO_COLOR is not set (no-color.org).
  static Terminal standard_output();
  /// What is no terminal shows this much in a line.
  static constexpr std::size_t usual_width = 100;
  explicit Terminal(bool has_colours, std::size_t width = usual_width)
      : has_colours_(has_colours), width_(width) {}

  std::string styled(Style style, std::string_view text) const;
  /// Columns of a line, at least 40.
  std::size_t width() const { return width_; }

 private:
  bool has_colours_;
  std::size_t width_;
};

/// Columns that the text takes: wide characters and emoji two, marks and invisible ones none.
std::size_t columns(std::string_view text);

/// The text in lines of at most `width` columns, broken at blanks; a longer word stands alone.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text on one line: control characters, which could move the cursor or worse, become U+FFFD, tabs
/// and line breaks blanks.
std::string printable(std::string_view text);

}  // namespace herold::cli
