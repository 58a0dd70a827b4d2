// What the items of a topic say about one another.
#pragma once

#include <cstdint>
#include <vector>

#include "suggest/rows.h"

namespace herold::suggest {

/// Where several items of a topic fit a draft, the draft is about that topic, and its other items fit better
/// than their words alone tell. `topics` are those of each item, ids below `count`; `fits` has a value for
/// each item, and one that does not fit at all, 0, stays so.
void lean_on_topics(const Rows<std::uint32_t>& topics, std::size_t count, std::vector<float>& fits);

}  // namespace herold::suggest
