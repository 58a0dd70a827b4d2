#include <iostream>

#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "herold/examples.h"

namespace herold::cli {
namespace {

void print_failure(const Terminal& terminal, const ExampleFailure& failure) {
  std::cout << terminal.styled(Style::error, "✗ ") << failure.pointer << " (" << failure.guideline
            << "): " << (failure.expected_finding ? "nothing is found in" : "something is found in") << '\n'
            << "    " << printable(failure.text) << '\n';
  for (const std::string& match : failure.matches) {
    if (!match.empty()) std::cout << "    namely “" << printable(match) << "”\n";
  }
}

std::string examples_of_guidelines(const TestReport& report) {
  return std::to_string(report.examples) + (report.examples == 1 ? " example of " : " examples of ") +
         std::to_string(report.guidelines) + (report.guidelines == 1 ? " guideline" : " guidelines");
}

void print_summary(const Terminal& terminal, const TestReport& report) {
  if (report.passed()) {
    std::cout << terminal.styled(Style::bold, "✓ ") << examples_of_guidelines(report)
              << ", all as expected\n";
    return;
  }
  std::cout << examples_of_guidelines(report) << ": " << report.failures.size() << " failed; "
            << report.problems.size() << (report.problems.size() == 1 ? " problem" : " problems") << '\n';
}

}  // namespace

int test_pack(const std::string& path) {
  const TestReport report = herold::test_pack(read_file(path, PackLimits::bytes));
  if (!report.error.empty()) throw Failure(display_name(path) + " " + report.error);
  const Terminal terminal = Terminal::standard_output();
  for (const Problem& warning : report.warnings) {
    std::cout << terminal.styled(Style::warning, "! ") << describe(warning) << '\n';
  }
  for (const Problem& problem : report.problems) {
    std::cout << terminal.styled(Style::error, "✗ ") << describe(problem) << '\n';
  }
  for (const ExampleFailure& failure : report.failures) print_failure(terminal, failure);
  print_summary(terminal, report);
  return report.passed() ? 0 : 1;
}

}  // namespace herold::cli
