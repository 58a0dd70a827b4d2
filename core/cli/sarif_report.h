// Findings as SARIF 2.1.0 (OASIS Static Analysis Results Interchange Format), which code hosts and editors
// show beside the text.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "herold/pack.h"

namespace herold::cli {

struct CheckedDraft {
  std::string path;  // `-` is standard input
  std::string_view text;
  const Report& report;
};

/// One run over all drafts, a result a line. Columns count UTF-16 units from 1.
void print_sarif(std::ostream& out, const std::vector<CheckedDraft>& drafts, const Pack& pack);

}  // namespace herold::cli
