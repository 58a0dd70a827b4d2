// Runs the examples that a pack carries: what an author promises of each guideline, as its test.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "herold/pack.h"

namespace herold {

/// An example that did not hold: a text of `violates` without a finding, or one of `complies` with some.
struct ExampleFailure {
  std::string pointer;
  std::string guideline;
  std::string text;
  bool expected_finding = true;
  std::vector<std::string> matches;  // what was found although nothing should be
};

struct TestReport {
  std::string error;  // of an unreadable pack, of which nothing could be run
  std::vector<Problem> problems;
  std::vector<Problem> warnings;
  std::vector<ExampleFailure> failures;
  std::size_t guidelines = 0;  // loaded
  std::size_t examples = 0;    // run

  bool passed() const { return error.empty() && problems.empty() && failures.empty(); }
};

/// Reads the pack as its publisher does, compiles it and runs every example as if `applies` held.
TestReport test_pack(std::string_view json);

}  // namespace herold
