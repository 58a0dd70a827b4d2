// What tests of matching share: ranges as the texts they cover.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::match {

inline std::vector<std::string> texts(std::string_view draft, const std::vector<text::ByteRange>& ranges) {
  std::vector<std::string> found;
  for (const text::ByteRange range : ranges) found.emplace_back(range.of(draft));
  return found;
}

}  // namespace herold::match
