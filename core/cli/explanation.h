// Why a guideline speaks of a draft or does not, as a terminal shows it.
#pragma once

#include <ostream>
#include <string_view>

#include "cli/terminal.h"
#include "herold/explain.h"

namespace herold::cli {

void print_explanation(std::ostream& out, const Terminal& terminal, std::string_view draft,
                       const GuidelineExplanation& explanation);

}  // namespace herold::cli
