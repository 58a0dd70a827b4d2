#include "match/shapes.h"

#include <algorithm>

namespace herold::match {

using text::ByteRange;

Ranges merge(const Ranges& first, const Ranges& second) {
  if (second.empty()) return first;
  Ranges all(first.size() + second.size());
  std::merge(first.begin(), first.end(), second.begin(), second.end(), all.begin(), text::starts_first);
  std::uint32_t end = 0;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](ByteRange range) {
                             if (range.start < end) return true;
                             end = range.end;
                             return false;
                           }),
            all.end());
  return all;
}

bool any_contains(const Ranges& ranges, std::uint32_t offset) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), offset,
                                      [](std::uint32_t at, ByteRange range) { return at < range.start; });
  return after != ranges.begin() && offset < std::prev(after)->end;
}

}  // namespace herold::match
