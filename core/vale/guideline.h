// A Vale rule as a guideline of a pack.
#pragma once

#include <string>
#include <vector>

#include "vale/style.h"

namespace herold::vale {

/// `id` and the keys of the kind, in the order of the contract. What of the rule is lost is told in
/// `remarks`, a line each; Unsupported where nothing would be left.
Json guideline_of(const RuleFile& rule, std::vector<std::string>& remarks);

}  // namespace herold::vale
