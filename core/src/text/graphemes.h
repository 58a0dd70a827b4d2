// Extended grapheme clusters (UAX #29): what a person takes for one character.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::text {

// Where clusters begin, found once in one pass; a bit per byte of the text.
//   ""      no cluster
//   "né"    0, 1
class Graphemes {
 public:
  explicit Graphemes(std::string_view text);

  // Whether `offset` is a cluster boundary; 0 and the text's size always are.
  bool boundary(std::uint32_t offset) const;
  // The nearest boundary at or before `offset`.
  std::uint32_t floor(std::uint32_t offset) const;
  // The nearest boundary at or after `offset`.
  std::uint32_t ceil(std::uint32_t offset) const;
  // The first boundary after `offset`, which is below the text's size.
  std::uint32_t next(std::uint32_t offset) const { return ceil(offset + 1); }
  // Number of clusters in `range`, whose ends are boundaries.
  std::uint32_t count(ByteRange range) const;

 private:
  std::uint32_t size_;
  std::vector<std::uint64_t> starts_;
};

}  // namespace herold::text
