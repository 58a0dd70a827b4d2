// What a rule takes from other files of its styles path: the rule that it extends, the program that it runs.
#pragma once

#include <filesystem>

#include "vale/style.h"

namespace herold::vale {

/// The rule on its own. The styles path is `style`, the folder being imported, or the one that holds it.
/// Throws StyleError.
Json resolved(Json fields, const std::filesystem::path& style);

}  // namespace herold::vale
