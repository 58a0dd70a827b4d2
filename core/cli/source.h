// A draft as a terminal shows it: lines, columns, excerpts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "text/graphemes.h"
#include "text/range.h"
#include "text/utf16.h"

namespace herold::cli {

struct Place {
  std::size_t line = 0;  // from 0
  std::uint32_t at = 0;  // in bytes of the draft
  std::size_t column = 0;

  /// "3:7", from 1, as editors count.
  std::string in_words() const { return std::to_string(line + 1) + ":" + std::to_string(column + 1); }
};

/// The draft, which outlives this, in bytes. Places are asked for in the order of the draft, so that all of
/// them take one pass.
class Source {
 public:
  explicit Source(std::string_view draft);

  text::ByteRange bytes(Range range) const { return {byte_at(range.start), byte_at(range.end)}; }
  Place place(std::uint32_t at);
  /// Without its line break.
  text::ByteRange line(std::size_t number) const;
  /// As much of the line as fits, with the found words in sight.
  text::ByteRange excerpt(text::ByteRange line, std::uint32_t found, std::size_t line_width);

 private:
  struct Measured {
    text::ByteRange line;
    std::size_t width = 0;
    bool fits = false;
  };

  /// Whether all of a line takes at most `width` columns; the last answer is kept, since a line may hold many
  /// findings.
  bool fits(text::ByteRange line, std::size_t width);
  /// From `start` on what takes at most `width` columns, or one character.
  text::ByteRange forward(std::uint32_t start, std::uint32_t end, std::size_t width) const;
  /// What stands in front of `end`, until it takes `width` columns.
  text::ByteRange backward(std::uint32_t start, std::uint32_t end, std::size_t width) const;
  std::uint32_t byte_at(std::uint32_t unit) const;

  std::string_view draft_;
  text::Utf16Map utf16_;
  text::Graphemes graphemes_;
  std::vector<std::uint32_t> line_starts_{0};
  Place last_;
  Measured measured_;
};

}  // namespace herold::cli
