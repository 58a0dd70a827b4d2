#include "herold/examples.h"

#include <utility>

#include "pack/pack_reader.h"

namespace herold {
namespace {

using pack::ReadPack;

std::string_view language_of_examples(const Guideline& guideline, const std::string& default_language) {
  return guideline.applies.languages.only.empty() ? default_language
                                                  : guideline.applies.languages.only.front();
}

class ExampleRun {
 public:
  ExampleRun(const ReadPack& pack, TestReport& report) : pack_(pack), report_(report) {}

  void run(std::uint32_t number) {
    const Guideline& guideline = pack_.compiled->guidelines[number];
    CheckOptions options;
    options.language = language_of_examples(guideline, pack_.default_language);
    if (!guideline.applies.networks.only.empty()) options.network = guideline.applies.networks.only.front();
    const std::string pointer = "/guidelines/" + std::to_string(pack_.places[number]) + "/examples/";
    run(number, guideline.examples.violates, true, pointer + "violates/", options);
    run(number, guideline.examples.complies, false, pointer + "complies/", options);
  }

 private:
  void run(std::uint32_t number, const std::vector<std::string>& texts, bool expects_finding,
           const std::string& pointer, const CheckOptions& options) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      ++report_.examples;
      const auto found = check::inspect(*pack_.compiled, number, texts[i], options);
      if (found.empty() != expects_finding) continue;
      ExampleFailure failure{
          pointer + std::to_string(i), pack_.compiled->guidelines[number].id, texts[i], expects_finding, {}};
      for (const check::Found& finding : found) failure.matches.emplace_back(finding.range.of(texts[i]));
      report_.failures.push_back(std::move(failure));
    }
  }

  const ReadPack& pack_;
  TestReport& report_;
};

}  // namespace

TestReport test_pack(std::string_view json) {
  TestReport report;
  auto read = pack::read_pack(json, Audience::publisher);
  if (!read) {
    report.error = read.error().message;
    return report;
  }
  report.problems = std::move(read->problems);
  report.warnings = std::move(read->warnings);
  report.guidelines = read->places.size();
  ExampleRun examples(*read, report);
  for (std::uint32_t i = 0; i < report.guidelines; ++i) examples.run(i);
  return report;
}

}  // namespace herold
