// Sorting of what is known by its number: one function for all lists, where std::sort makes two kilobytes of
// code for each order.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace herold::text {

/// Like std::sort; `before(a, b)` when the thing numbered a goes before the one numbered b.
void sort_numbers(std::vector<std::uint32_t>& numbers,
                  const std::function<bool(std::uint32_t, std::uint32_t)>& before);

/// By their bytes, each once.
void sort_unique(std::vector<std::string_view>& texts);

}  // namespace herold::text
