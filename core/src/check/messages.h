// From a finding in the making to the words that a person reads.
#pragma once

#include <string>
#include <string_view>

#include "check/rule.h"

namespace herold::check {

Finding describe(const Guideline& guideline, const CompiledRule& rule, const Found& found,
                 const Reading& reading);

/// A text with `{match}`, `{replacement}`, `{count}` and `{limit}` filled in; other braces are text.
std::string fill_placeholders(std::string_view text, std::string_view match, const Explanation& explanation);

}  // namespace herold::check
