// Which of our measures a formula of Vale's means.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace herold::vale {

/// The measure's name in a pack; nothing where it is none of ours. Spelling makes no difference: the formula
/// is tried on a few texts' counts.
std::optional<std::string> measure_of(std::string_view formula);

}  // namespace herold::vale
