// The languages of one draft.
#pragma once

#include <string_view>

#include "herold/check.h"
#include "match/draft.h"
#include "text/language.h"

namespace herold::check {

/// `main` is what the answer names, and what figures of the whole draft go by; `others` are only found, never
/// given. Both may be views on `options` and `default_language`.
text::Languages languages_of(match::Draft& draft, const CheckOptions& options,
                             std::string_view default_language);

}  // namespace herold::check
