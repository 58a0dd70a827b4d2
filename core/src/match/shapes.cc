#include "match/shapes.h"

#include <algorithm>

namespace herold::match {

using text::ByteRange;

Ranges merge(const Ranges& first, const Ranges& second) {
  Ranges all = first;
  all.insert(all.end(), second.begin(), second.end());
  std::sort(all.begin(), all.end(),
            [](ByteRange a, ByteRange b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
  Ranges kept;
  for (const ByteRange range : all)
    if (kept.empty() || range.start >= kept.back().end) kept.push_back(range);
  return kept;
}

bool any_contains(const Ranges& ranges, std::uint32_t offset) {
  const auto after = std::upper_bound(ranges.begin(), ranges.end(), offset,
                                      [](std::uint32_t at, ByteRange range) { return at < range.start; });
  return after != ranges.begin() && offset < std::prev(after)->end;
}

}  // namespace herold::match
