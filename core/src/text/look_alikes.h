// Letters that stand for Latin ones: Greek and Cyrillic ones in words that mix scripts, and fancy alphabets.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::text {

// The capital that a letter of a fancy alphabet stands for, as far as Unicode does not have it as a
// compatible one: white on black in circles and in squares, and small capitals. Others are left as they are.
char32_t plain_letter(char32_t c);

class LookAlikes {
 public:
  // The text outlives this.
  explicit LookAlikes(std::string_view text) : text_(text) {}

  // The letter that `c`, Greek or Cyrillic, which stands at `offset` of the text, counts as. Called with
  // rising offsets.
  char32_t resolve(char32_t c, std::uint32_t offset);

 private:
  bool in_mixed_word(std::uint32_t offset);

  std::string_view text_;
  std::optional<std::vector<ByteRange>> mixed_words_;  // found when the first look-alike turns up
  std::size_t next_ = 0;
};

}  // namespace herold::text
