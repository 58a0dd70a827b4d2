// Numbers that people write in groups: card, insurance and account numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herold/ascii.h"
#include "text/range.h"

namespace herold::match {

inline bool is_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && ascii::is_digit(text[at]);
}

// Where the first ASCII digit at or after `at` stands, or the draft's size.
std::uint32_t next_digit(std::string_view draft, std::size_t at);

// A run of groups of digits with exactly one separator between neighbours, as many as there are; no letter,
// mark or number stands beside them.
struct DigitGroups {
  std::string digits;  // of all groups
  struct Group {
    text::ByteRange range;  // in the draft
    std::size_t first;      // in digits
  };
  std::vector<Group> groups;
};

struct NumberShape {
  std::u32string_view separators;  // single code points
  std::size_t least, most;         // digits
};

// Reads the next run of at least so many digits at or after `at` into `run` and sets `at` behind it; false
// when there is none. ASCII digits only.
bool next_run(std::string_view draft, const NumberShape& shape, std::uint32_t& at, DigitGroups& run);

// The stretches of whole neighbouring groups whose digits are accepted, from the left, the longest first.
template <typename Accept>
std::vector<text::ByteRange> accepted_numbers(std::string_view draft, const NumberShape& shape,
                                              Accept&& accept) {
  std::vector<text::ByteRange> found;
  DigitGroups run;  // one at a time, since a draft may be nothing but digits
  const auto& groups = run.groups;
  for (std::uint32_t at = 0; next_run(draft, shape, at, run);) {
    for (std::size_t first = 0; first < groups.size();) {
      const std::size_t begin = groups[first].first;
      std::size_t past = first;  // the group after the longest stretch that was accepted
      for (std::size_t last = first; last < groups.size(); ++last) {
        const std::size_t size = groups[last].first + groups[last].range.size() - begin;
        if (size > shape.most) break;
        if (accept(std::string_view(run.digits).substr(begin, size))) past = last + 1;
      }
      if (past > first) found.push_back({groups[first].range.start, groups[past - 1].range.end});
      first = past > first ? past : first + 1;
    }
  }
  return found;
}

}  // namespace herold::match
