// What a detector finds in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/detectors.h"
#include "ranges.h"

namespace herold::match {

using Texts = std::vector<std::string>;

inline Texts found(Detector detector, std::string_view text) {
  Draft draft(text);
  return texts(text, detect(detector, draft));
}

}  // namespace herold::match
