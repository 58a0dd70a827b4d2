// What the items of a topic say about one another.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "herold/suggest.h"

namespace herold::suggest {

/// Where several items of a topic fit a draft, the draft is about that topic, and its other items fit better
/// than their words alone tell.
class TopicIndex {
 public:
  void add(const ContentItem& item);
  /// `fits` has a value for each item added, in order; one that does not fit at all, 0, stays so.
  void lean(std::vector<float>& fits) const;

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::vector<std::uint32_t>> topics_;  // of each item
};

}  // namespace herold::suggest
