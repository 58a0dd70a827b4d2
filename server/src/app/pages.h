// The selectors of the networks' pages that bundles carry (contract, section 6), as the extension reads them.
#pragma once

#include <string>
#include <string_view>

#include "app/result.h"

namespace herold::app {

struct PagesLimits {
  static constexpr std::size_t bytes = 256 * 1024;
};

// The text as bundles carry it, or `invalid` with what is wrong and where. Whether a selector is one only a
// browser can tell; the extension keeps its own for a network whose selectors are none.
Result<std::string> read_pages(std::string_view text);

}  // namespace herold::app
