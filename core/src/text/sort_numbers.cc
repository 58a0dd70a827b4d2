#include "text/sort_numbers.h"

#include <algorithm>

namespace herold::text {

void sort_numbers(std::vector<std::uint32_t>& numbers,
                  const std::function<bool(std::uint32_t, std::uint32_t)>& before) {
  std::sort(numbers.begin(), numbers.end(),
            [&before](std::uint32_t a, std::uint32_t b) { return before(a, b); });
}

}  // namespace herold::text
