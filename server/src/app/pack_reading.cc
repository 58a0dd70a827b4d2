#include "app/pack_reading.h"

#include "app/json.h"
#include "app/source.h"
#include "app/validation.h"

namespace herold::app {
namespace {

std::vector<Problem> copied(const std::vector<herold::Problem>& problems) {
  std::vector<Problem> copies;
  for (const auto& problem : problems)
    copies.push_back({problem.pointer, problem.guideline, problem.message});
  return copies;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "“" : ", “") + text + "”";
  return all;
}

std::string sentence(const ExampleFailure& failure) {
  if (failure.expected_finding) return "the example “" + failure.text + "” should be found, but is not";
  return "the example “" + failure.text + "” should pass, but " + joined(failure.matches) + " is found in it";
}

}  // namespace

std::vector<Problem> guideline_problems(const std::string& head, const std::string& guideline) {
  constexpr std::string_view place = "/guidelines/0";
  const auto loaded = load_pack(pack_text(head, {{"", guideline}}), Audience::publisher);
  if (!loaded) return {{"", "", loaded.error().message}};
  std::vector<Problem> problems = copied(loaded->problems);
  for (Problem& problem : problems) {
    if (problem.pointer.starts_with(place)) problem.pointer.erase(0, place.size());
  }
  return problems;
}

Result<PackParts> split_pack(std::string_view pack) {
  const auto loaded = load_pack(pack, Audience::publisher);
  if (!loaded) return Error{ErrorCode::refused, loaded.error().message};
  if (!loaded->problems.empty()) return refused("the pack cannot be imported", copied(loaded->problems));
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (pack.starts_with(byte_order_mark)) pack.remove_prefix(byte_order_mark.size());
  Json head = stored(pack);
  PackParts parts;
  for (const Json& guideline : head.at("guidelines")) {
    parts.guidelines.emplace(text_of(guideline, "id"), guideline.dump());
  }
  head.erase("guidelines");
  head.erase("schema");
  if (!head.contains("title")) head["title"] = head.at("id");
  if (!head.contains("defaultLanguage")) head["defaultLanguage"] = "en";
  parts.head = head.dump();
  return parts;
}

std::vector<Problem> problems_of(const TestReport& report) {
  if (!report.error.empty()) return {{"", "", report.error}};
  std::vector<Problem> problems = copied(report.problems);
  for (const ExampleFailure& failure : report.failures) {
    problems.push_back({failure.pointer, failure.guideline, sentence(failure)});
  }
  return problems;
}

}  // namespace herold::app
