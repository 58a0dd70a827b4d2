// Sorting of what is known by its number: one function for all lists, where std::sort makes two kilobytes of
// code for each order.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace herold::text {

/// Like std::sort; `before(a, b)` when the thing numbered a goes before the one numbered b.
void sort_numbers(std::vector<std::uint32_t>& numbers,
                  const std::function<bool(std::uint32_t, std::uint32_t)>& before);

}  // namespace herold::text
