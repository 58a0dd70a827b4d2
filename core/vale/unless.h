// Negative lookarounds as exceptions, where they cannot be said around the match.
//
// `gitlab(?!/ours)/\w+` becomes the pattern `gitlab/\w+` and the exception `(?P<match>gitlab)/ours`: an
// exception cancels the matches that it overlaps.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "vale/expression.h"

namespace herold::vale {

/// `place` is that of the lookaround among the parts of an alternative; `boundary` stands in front of it.
/// Throws Unsupported where the exception could cancel more or less than the lookaround does.
std::string exception_of(const std::vector<Expression>& parts, std::size_t place,
                         const std::string& boundary);

}  // namespace herold::vale
