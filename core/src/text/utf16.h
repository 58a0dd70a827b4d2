// From byte offsets to UTF-16 code units, the unit of every position that leaves the core.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace herold::text {

// Built once per text in one pass; a query then looks at fewer than 64 bytes. Keeps a view of the text.
class Utf16Map {
 public:
  explicit Utf16Map(std::string_view text);

  // UTF-16 units before byte `offset`, which is on a code point boundary and at most the text's size.
  std::uint32_t units(std::uint32_t offset) const {
    return total_ == text_.size() ? offset : units_in_blocks(offset);  // all is ASCII, or not
  }

  std::uint32_t total() const { return total_; }

 private:
  std::uint32_t units_in_blocks(std::uint32_t offset) const;

  std::string_view text_;
  std::vector<std::uint32_t> units_before_block_;
  std::uint32_t total_ = 0;
};

}  // namespace herold::text
