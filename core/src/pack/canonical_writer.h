// Canonical JSON of a value that is already parsed; see herold/canonical_json.h.
#pragma once

#include <optional>
#include <string>

#include "pack/json.h"

namespace herold::pack {

/// Empty when the value holds a number that is no integer.
std::optional<std::string> canonical(Json value);

}  // namespace herold::pack
