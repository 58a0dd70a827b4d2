// What checks are asked with and what they answer, as JSON: one line, keys in the order of the contract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herold/check.h"
#include "herold/examples.h"
#include "herold/explain.h"
#include "herold/pack.h"
#include "herold/result.h"

namespace herold {

/// `{"language": …, "roles"…}` of the WebAssembly seam and of test cases.
Result<CheckOptions> parse_check_options(std::string_view json);

/// `{"ok", "error"?, "guidelines": [{"id", "severity", "kind"}], "problems"}`
std::string load_result_json(const Result<Pack>& loaded);

/// Exactly what `herold check --format json` prints for one draft, without the final newline. `problems` is
/// left out when there are none.
std::string report_json(const Report& report, const std::vector<Problem>& problems);

/// What `herold check --explain` adds to the report, one object for each guideline.
std::string explanation_json(const GuidelineExplanation& explanation);

/// openapi.yaml's TestReport: passed, error (of an unreadable pack), guidelines, examples, failures,
/// problems, warnings.
std::string test_report_json(const TestReport& report);

}  // namespace herold
