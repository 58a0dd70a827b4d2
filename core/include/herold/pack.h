// Reads guideline packs (contract: core/schema/pack.schema.json) and writes what checks answer.
//
// Two readers, two manners: a `client` leaves out what is broken or not supported yet and tells of it, so
// that one mistake never silences the rest; a `publisher` gets warnings besides and refuses a pack that has
// problems. An unreadable pack (not UTF-8, not JSON, a key twice, a broken head, beyond a limit) is an
// `error` for both. Nothing here throws.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "herold/check.h"
#include "herold/explain.h"
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

/// A pack as bundles carry it, or in one line why it could not be made.
struct ClientPack {
  std::string error;
  std::string json;
};

/// As many bytes as asked for, from a source that nobody can foretell.
using RandomBytes = std::function<std::string(std::size_t)>;

/// Makes packs for clients: without examples, and with the terms of secret guidelines sealed
/// (core/README.md says how, and what that is worth). Each term is sealed once, at the price of a slow hash
/// (some 30 ms), and remembered. Not thread-safe.
class Sealer {
 public:
  explicit Sealer(RandomBytes random);
  /// The text must have loaded without problems.
  ClientPack pack_for_clients(std::string_view json);

 private:
  struct Seal {
    std::string salt, sealed;
  };
  std::optional<Seal> seal(const std::string& term);

  RandomBytes random_;
  std::unordered_map<std::string, Seal> seals_;  // by term
};

/// `{"language": …, "roles"…}` of the WebAssembly seam and of test cases; or what is wrong with it, in one
/// line.
std::variant<CheckOptions, std::string> parse_check_options(std::string_view json);

/// `{"ok", "error"?, "guidelines": [{"id", "severity", "kind"}], "problems"}`
std::string load_result_json(const PackResult& result);

/// Exactly what `herold check --format json` prints for one draft, without the final newline. `problems` is
/// left out when there are none.
std::string report_json(const Report& report, const std::vector<Problem>& problems);

/// What `herold check --explain` adds to the report, one object for each guideline.
std::string explanation_json(const GuidelineExplanation& explanation);

/// openapi.yaml's TestReport: passed, error (of an unreadable pack), guidelines, examples, failures,
/// problems, warnings.
std::string test_report_json(const TestReport& report);

}  // namespace herold
