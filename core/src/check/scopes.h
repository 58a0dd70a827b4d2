// The parts of a draft that a guideline is asked about one by one.
#pragma once

#include <vector>

#include "check/rule.h"

namespace herold::check {

/// In order, without overlaps. An empty draft is one scope `draft` or `opening`, but has no sentence and no
/// paragraph.
std::vector<text::ByteRange> scopes(Occurrence::Scope scope, Inspection& inspection);

/// What the network shows before "see more".
text::ByteRange opening(Inspection& inspection);

}  // namespace herold::check
