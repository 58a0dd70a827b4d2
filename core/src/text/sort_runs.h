// Sorting of what comes as stretches that are in order already, as hits and findings do: one stretch a
// source.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace herold::text {

// Like std::stable_sort; one pass where all is in order, and one more for each doubling of the stretches.
template <typename Value, typename Before>
void sort_runs(std::vector<Value>& values, Before before) {
  const auto in_order = std::is_sorted_until(values.begin(), values.end(), before);
  if (in_order == values.end()) return;
  std::vector<std::size_t> starts = {0};
  for (auto i = static_cast<std::size_t>(in_order - values.begin()); i < values.size(); ++i)
    if (before(values[i], values[i - 1])) starts.push_back(i);
  const auto from = [](std::vector<Value>& in, std::size_t at) {
    return std::make_move_iterator(in.begin() + static_cast<std::ptrdiff_t>(at));
  };
  std::vector<Value> merged(values.size());
  while (starts.size() > 1) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < starts.size(); i += 2) {
      const std::size_t first = starts[i];
      const std::size_t second = i + 1 < starts.size() ? starts[i + 1] : values.size();
      const std::size_t end = i + 2 < starts.size() ? starts[i + 2] : values.size();
      std::merge(from(values, first), from(values, second), from(values, second), from(values, end),
                 from(merged, first).base(), before);
      starts[kept++] = first;
    }
    values.swap(merged);
    starts.resize(kept);
  }
}

}  // namespace herold::text
