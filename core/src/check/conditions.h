// Whether a guideline speaks: who writes, where, in which language, and when.
#pragma once

#include <string_view>

#include "check/model.h"
#include "herold/check.h"

namespace herold::check {

/// `language` is that of the draft, found already where the options say `auto`.
bool holds(const Conditions& conditions, const CheckOptions& options, std::string_view language);

}  // namespace herold::check
