// Names for the values of an enumeration, none too many and none too few.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace herold {

/// One name for each value up to `last`, in order. What has too many or too few does not compile.
template <auto last, std::size_t size>
constexpr std::array<std::string_view, size> names_up_to(const std::string_view (&names)[size]) {
  static_assert(size == static_cast<std::size_t>(last) + 1, "a name for each value");
  return std::to_array(names);
}

}  // namespace herold
