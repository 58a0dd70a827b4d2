// Lookarounds at the ends of an expression, said without them.
//
// RE2 has none, but a pattern of ours may hold a group named `match`: what stands around it is only looked
// at. `etc(?!\w)` becomes `(?P<match>etc)(?:\z|[^\w])`.
#pragma once

#include <string>
#include <vector>

#include "vale/expression.h"

namespace herold::vale {

struct LookedAt {
  std::string before{}, after{};  // what stands around the match; empty where nothing is asked
  Expression core;
};

/// The outermost alternatives of an expression, one by one where lookarounds stand at their ends.
std::vector<Expression> alternatives(const Expression& expression);

/// Throws Unsupported for lookarounds that cannot be said in this way with the same meaning.
LookedAt take_looks_off(const Expression& alternative);

}  // namespace herold::vale
