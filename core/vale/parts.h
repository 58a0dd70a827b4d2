// A rule in parts that a guideline each can say.
#pragma once

#include <vector>

#include "vale/style.h"

namespace herold::vale {

/// The exceptions of a guideline hold for all that it looks for; those that a lookaround becomes are to hold
/// for its own expression alone. Each such expression is a rule of its own, behind the one with all others;
/// mostly there is none, and the rule stays whole.
std::vector<Json> parts_of(const Json& rule);

}  // namespace herold::vale
