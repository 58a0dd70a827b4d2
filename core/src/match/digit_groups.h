// Numbers that people write in groups: card, insurance and account numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::match {

// Where the first ASCII digit at or after `at` stands, or the draft's size.
std::uint32_t next_digit(std::string_view draft, std::size_t at);

// Groups of digits with exactly one separator between neighbours, as many as there are; no letter, mark or
// number stands beside them.
// The runs of a draft lie one behind the other, since a draft may be nothing but digits.
struct DigitGroups {
  std::string digits;  // of all groups
  struct Group {
    text::ByteRange range;  // in the draft
    std::size_t first;      // in digits
  };
  std::vector<Group> groups;
  std::vector<std::size_t> run_ends;  // in groups, of each run
};

// `separators` are single code points. ASCII digits only.
DigitGroups digit_groups(std::string_view draft, std::u32string_view separators);

// The stretches of whole neighbouring groups whose digits are accepted, from the left, the longest first,
// none with more than `most` digits.
template <typename Accept>
std::vector<text::ByteRange> accepted_numbers(const DigitGroups& all, std::size_t most, Accept&& accept) {
  std::vector<text::ByteRange> found;
  std::size_t first = 0;
  for (const std::size_t run_end : all.run_ends) {
    while (first < run_end) {
      const std::size_t begin = all.groups[first].first;
      std::size_t past = first;  // the group after the longest stretch that was accepted
      for (std::size_t last = first; last < run_end; ++last) {
        const std::size_t size = all.groups[last].first + all.groups[last].range.size() - begin;
        if (size > most) break;
        if (accept(std::string_view(all.digits).substr(begin, size))) past = last + 1;
      }
      if (past > first) found.push_back({all.groups[first].range.start, all.groups[past - 1].range.end});
      first = past > first ? past : first + 1;
    }
  }
  return found;
}

}  // namespace herold::match
