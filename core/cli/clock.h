#pragma once
// The one clock of the command line: the core has none.

#include "herold/guideline.h"

namespace herold::cli {

/// The current time, to the second.
Instant now();

}  // namespace herold::cli
