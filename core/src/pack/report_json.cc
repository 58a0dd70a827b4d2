// What checks and tests answer, as JSON: one line, keys in the order of the contract.
#include <utility>

#include "herold/pack.h"
#include "pack/json.h"

namespace herold {
namespace {

using pack::Json;

Json to_json(Range range) { return {{"start", range.start}, {"end", range.end}}; }

Json to_json(const Fix& fix) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) edits.push_back({{"range", to_json(edit.range)}, {"text", edit.text}});
  return {{"title", fix.title}, {"edits", std::move(edits)}};
}

Json to_json(const Finding& finding) {
  Json json{
      {"guideline", finding.guideline},  {"kind", name(finding.kind)}, {"severity", name(finding.severity)},
      {"range", to_json(finding.range)}, {"match", finding.match},     {"message", finding.message}};
  if (!finding.why.empty()) json["why"] = finding.why;
  if (!finding.link.empty()) json["link"] = finding.link;
  if (!finding.lesson.empty()) json["lesson"] = finding.lesson;
  for (const Fix& fix : finding.fixes) json["fixes"].push_back(to_json(fix));
  return json;
}

Json to_json(const Problem& problem) {
  return {{"pointer", problem.pointer}, {"guideline", problem.guideline}, {"message", problem.message}};
}

Json to_json(const ExampleFailure& failure) {
  return {{"guideline", failure.guideline},
          {"pointer", failure.pointer},
          {"text", failure.text},
          {"expected", failure.expected_finding ? "violates" : "complies"}};
}

/// Written as it is: thousands at each start of a client, and neither ids nor names hold anything to escape.
std::string to_text(const std::vector<GuidelineSummary>& guidelines) {
  std::string text;
  for (const GuidelineSummary& guideline : guidelines) {
    text += text.empty() ? "[" : ",";
    text += R"({"id":")";
    text += guideline.id;
    text += R"(","severity":")";
    text += name(guideline.severity);
    text += R"(","kind":")";
    text += name(guideline.kind);
    text += R"("})";
  }
  return text.empty() ? "[]" : text + "]";
}

Json to_json(const ConditionState& state) {
  return {{"condition", state.condition},
          {"wanted", state.wanted},
          {"given", state.given},
          {"holds", state.holds}};
}

Json to_json(const MatchState& state) {
  Json json{
      {"by", state.by}, {"range", to_json(state.range)}, {"match", state.match}, {"fate", name(state.fate)}};
  if (!state.part.empty()) json["part"] = state.part;
  if (state.is_form) json["form"] = true;
  if (state.joined) json["joined"] = true;
  return json;
}

template <typename Item>
Json to_list(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(to_json(item));
  return list;
}

}  // namespace

std::string load_result_json(const PackResult& result) {
  std::string text = result.pack ? R"({"ok":true)" : R"({"ok":false)";
  if (!result.error.empty()) text += R"(,"error":)" + pack::to_text(result.error);
  text += R"(,"guidelines":)";
  text += result.pack ? to_text(result.pack->guidelines) : "[]";
  return text + R"(,"problems":)" + pack::to_text(to_list(result.problems)) + "}";
}

std::string report_json(const Report& report, const std::vector<Problem>& problems) {
  Json json{{"language", report.language}, {"findings", to_list(report.findings)}};
  if (!problems.empty()) json["problems"] = to_list(problems);
  return pack::to_text(json);
}

std::string explanation_json(const GuidelineExplanation& explanation) {
  Json json{{"guideline", explanation.guideline},     {"kind", name(explanation.kind)},
            {"verdict", explanation.verdict},         {"applies", explanation.applies},
            {"ignored", explanation.ignored},         {"conditions", to_list(explanation.conditions)},
            {"matches", to_list(explanation.matches)}};
  if (!explanation.figures.empty()) json["figures"] = explanation.figures;
  json["findings"] = to_list(explanation.findings);
  return pack::to_text(json);
}

std::string test_report_json(const TestReport& report) {
  Json json{{"passed", report.passed()}};
  if (!report.error.empty()) json["error"] = report.error;
  json["guidelines"] = report.guidelines;
  json["examples"] = report.examples;
  json["failures"] = to_list(report.failures);
  json["problems"] = to_list(report.problems);
  json["warnings"] = to_list(report.warnings);
  return pack::to_text(json);
}

}  // namespace herold
