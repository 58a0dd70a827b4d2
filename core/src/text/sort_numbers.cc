#include "text/sort_numbers.h"

#include <algorithm>
#include <numeric>

namespace herold::text {

void sort_numbers(std::vector<std::uint32_t>& numbers,
                  const std::function<bool(std::uint32_t, std::uint32_t)>& before) {
  std::sort(numbers.begin(), numbers.end(),
            [&before](std::uint32_t a, std::uint32_t b) { return before(a, b); });
}

void sort_unique(std::vector<std::string_view>& texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0u);
  sort_numbers(order, [&texts](std::uint32_t a, std::uint32_t b) { return texts[a] < texts[b]; });
  std::vector<std::string_view> sorted;
  for (const std::uint32_t i : order)
    if (sorted.empty() || texts[i] != sorted.back()) sorted.push_back(texts[i]);
  texts.swap(sorted);
}

}  // namespace herold::text
