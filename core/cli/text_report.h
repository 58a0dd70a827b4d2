// The findings of a draft as a person reads them in a terminal: the line, the words underlined, message,
// reason, fixes.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "herold/check.h"

namespace herold::cli {

void print_findings(std::ostream& out, const Terminal& terminal, std::string_view name,
                    std::string_view draft, const Report& report);

/// "3 findings: 1 error, 2 suggestions", or that there is nothing.
std::string summary(const Terminal& terminal, const std::vector<const Report*>& reports);

}  // namespace herold::cli
