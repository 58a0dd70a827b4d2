// Lookarounds, said without them.
//
// RE2 has none, but a pattern of ours may hold a group named `match`: what stands around it is only looked
// at. `etc(?!\w)` becomes `(?P<match>etc)(?:\z|[^\w])`. What cannot be said so becomes an exception
// (unless.h).
#pragma once

#include <string>
#include <vector>

#include "vale/expression.h"

namespace herold::vale {

struct LookedAt {
  std::string before{}, after{};  // what stands around the match; empty where nothing is asked
  Expression core;
  std::vector<std::string> exceptions{};
};

/// The outermost alternatives of an expression, one by one where they hold lookarounds, whose groups are
/// opened.
std::vector<Expression> alternatives(const Expression& expression);

/// `boundary` is what stands in front of the whole. Throws Unsupported for lookarounds that cannot be said
/// with the same meaning.
LookedAt take_looks_off(const Expression& alternative, const std::string& boundary);

}  // namespace herold::vale
