// Vale's actions that edit a match (trim, split, truncate, regex, convert), as replacements with groups.
//
// `\w+!` with “trim_right !” is the swap of `(\w+)!` for `$1`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vale/expression.h"
#include "vale/rule.h"

namespace herold::vale {

struct Edited {
  Expression expression;    // with a group for each part that is kept, and no other
  std::string replacement;  // a dollar sign is `$` alone
};

/// One for each outermost alternative; nothing where the expression does not show which part of a match is
/// which, or where nothing would change.
std::optional<std::vector<Edited>> edited(const Expression& expression, const Rule& action);

}  // namespace herold::vale
