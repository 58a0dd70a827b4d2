// From what rules find in a draft to what a check tells of it.
#pragma once

#include <string_view>
#include <vector>

#include "check/compiled_pack.h"
#include "check/languages.h"
#include "herold/check.h"

namespace herold::check {

/// Leaves out what stands in a language that its guideline does not speak of, and what the options put aside.
void drop_untold(const CompiledPack& pack, std::string_view draft, const CheckOptions& options,
                 const text::Languages& languages, std::vector<Found>& found);

}  // namespace herold::check
