// Reads guideline packs (contract: core/schema/pack.schema.json) and writes what checks answer.
//
// Two readers, two manners: a `client` leaves out what is broken or not supported yet and tells of it, so
// that one mistake never silences the rest; a `publisher` gets warnings besides and refuses a pack that has
// problems. An unreadable pack (not UTF-8, not JSON, a key twice, a broken head, beyond a limit) is an
// `error` for both. Nothing here throws.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "herold/check.h"
#include "herold/guideline.h"

namespace herold {

struct PackLimits {
  static constexpr std::size_t bytes = 16 << 20;
  static constexpr std::size_t levels = 64;
  static constexpr std::size_t guidelines = 50'000;
};

enum class Audience { client, publisher };

/// Something wrong with a part of a pack. The pointer (RFC 6901) names the value at fault, or for a missing
/// key the object that lacks it; the guideline is its id, empty where there is none.
struct Problem {
  std::string pointer;
  std::string guideline;
  std::string message;
};

/// A guideline that was loaded; its place in Pack::guidelines is FlatFinding::guideline.
struct GuidelineSummary {
  std::string id;
  Severity severity = Severity::warning;
  Kind kind = Kind::existence;
};

struct Pack {
  std::string id;
  LocalizedText title;
  std::string default_language;
  std::vector<GuidelineSummary> guidelines;
  std::shared_ptr<const Checker> checker;
};

struct PackResult {
  std::string error;  // one line that says what and where; then there is no pack
  std::optional<Pack> pack;
  std::vector<Problem> problems;  // guidelines that were left out, and why
  std::vector<Problem> warnings;  // for a publisher: unknown keys, missing examples
};

PackResult load_pack(std::string_view json, Audience audience);

/// An example that did not hold: a text of `violates` without a finding, or one of `complies` with some.
struct ExampleFailure {
  std::string pointer;
  std::string guideline;
  std::string text;
  bool expected_finding = true;
  std::vector<std::string> matches;  // what was found although nothing should be
};

struct TestReport {
  std::string error;
  std::vector<Problem> problems;
  std::vector<Problem> warnings;
  std::vector<ExampleFailure> failures;
  std::size_t guidelines = 0;  // loaded
  std::size_t examples = 0;    // run

  bool passed() const { return error.empty() && problems.empty() && failures.empty(); }
};

/// Reads the pack as its publisher does, compiles it and runs every example as if `applies` held.
TestReport test_pack(std::string_view json);

/// The pack without its examples, as bundles carry it. The text must have loaded.
std::string strip_examples(std::string_view json);

/// `{"language": …, "roles"…}` of the WebAssembly seam and of test cases; or what is wrong with it, in one
/// line.
std::variant<CheckOptions, std::string> parse_check_options(std::string_view json);

/// `{"ok", "error"?, "guidelines": [{"id", "severity", "kind"}], "problems"}`
std::string load_result_json(const PackResult& result);

/// Exactly what `herold check --format json` prints for one draft, without the final newline. `problems` is
/// left out when there are none.
std::string report_json(const Report& report, const std::vector<Problem>& problems);

/// openapi.yaml's TestReport: passed, error (of an unreadable pack), guidelines, examples, failures,
/// problems, warnings.
std::string test_report_json(const TestReport& report);

}  // namespace herold
