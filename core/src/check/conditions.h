// Whether a guideline speaks: who writes, where, in which language, and when.
#pragma once

#include <string_view>
#include <vector>

#include "check/languages.h"
#include "check/model.h"
#include "herold/check.h"
#include "herold/explain.h"

namespace herold::check {

/// Whether it speaks anywhere in a draft of these languages.
bool holds(const Conditions& conditions, const CheckOptions& options, const text::Languages& languages);
/// Whether the options leave the guideline out as a whole.
bool is_ignored(std::string_view guideline, const CheckOptions& options);
/// Each condition for itself.
std::vector<ConditionState> states_of(const Conditions& conditions, const CheckOptions& options,
                                      const text::Languages& languages);
/// Whether it speaks of text in this language.
bool speaks(const Conditions& conditions, std::string_view language);

}  // namespace herold::check
