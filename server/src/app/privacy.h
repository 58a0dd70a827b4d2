// The promise of counts, not people: no figure is about fewer than k people.
#pragma once

#include <cstdint>

#include "store/store.h"

namespace herold::app {

struct SmallestGroup {
  static constexpr std::int64_t least = 5;  // people; what an organisation may set k to
  static constexpr std::int64_t most = 1000;
  static constexpr std::int64_t otherwise = 10;
};

// A number, or that the group is too small to show one.
struct Figure {
  bool too_small = false;
  std::int64_t n = 0;
};

// Of so many people.
inline Figure figure_of(std::int64_t people, std::int64_t k) {
  return people < k ? Figure{.too_small = true, .n = 0} : Figure{.too_small = false, .n = people};
}

// The k of the organisation's settings, never below SmallestGroup::least.
std::int64_t privacy_threshold(store::Transaction& tx);

}  // namespace herold::app
