#include "herold/check_json.h"

#include <string_view>
#include <vector>

#include "pack/json_writer.h"

namespace herold {
namespace {

using pack::JsonWriter;

void write(JsonWriter& json, Range range) {
  json.key("range").begin_object().member("start", range.start).member("end", range.end).end_object();
}

void write(JsonWriter& json, const Edit& edit) {
  json.begin_object();
  write(json, edit.range);
  json.member("text", edit.text).end_object();
}

// Defined below, where all kinds of items are known.
template <typename Item>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items);

void write(JsonWriter& json, const Fix& fix) {
  json.begin_object().member("title", fix.title);
  write_list(json, "edits", fix.edits);
  json.end_object();
}

void write(JsonWriter& json, const Finding& finding) {
  json.begin_object()
      .member("guideline", finding.guideline)
      .member("kind", name(finding.kind))
      .member("severity", name(finding.severity));
  write(json, finding.range);
  json.member("match", finding.match).member("message", finding.message);
  json.optional_member("why", finding.why);
  json.optional_member("link", finding.link);
  json.optional_member("lesson", finding.lesson);
  if (!finding.fixes.empty()) write_list(json, "fixes", finding.fixes);
  json.end_object();
}

void write(JsonWriter& json, const Problem& problem) {
  json.begin_object()
      .member("pointer", problem.pointer)
      .member("guideline", problem.guideline)
      .member("message", problem.message)
      .end_object();
}

void write(JsonWriter& json, const ExampleFailure& failure) {
  json.begin_object()
      .member("guideline", failure.guideline)
      .member("pointer", failure.pointer)
      .member("text", failure.text)
      .member("expected", failure.expected_finding ? "violates" : "complies")
      .end_object();
}

void write(JsonWriter& json, const GuidelineSummary& guideline) {
  json.begin_object()
      .member("id", guideline.id)
      .member("severity", name(guideline.severity))
      .member("kind", name(guideline.kind))
      .end_object();
}

void write(JsonWriter& json, const ConditionState& state) {
  json.begin_object()
      .member("condition", state.condition)
      .member("wanted", state.wanted)
      .member("given", state.given)
      .key("holds")
      .boolean(state.holds)
      .end_object();
}

void write(JsonWriter& json, const MatchState& state) {
  json.begin_object().member("by", state.by);
  write(json, state.range);
  json.member("match", state.match).member("fate", name(state.fate));
  json.optional_member("reason", state.reason);
  json.optional_member("part", state.part);
  if (state.is_form) json.key("form").boolean(true);
  if (state.joined) json.key("joined").boolean(true);
  json.end_object();
}

template <typename Item>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name).begin_array();
  for (const Item& item : items) write(json, item);
  json.end_array();
}

}  // namespace

std::string load_result_json(const Result<Pack>& loaded) {
  JsonWriter json;
  json.begin_object().key("ok").boolean(static_cast<bool>(loaded));
  if (!loaded) json.member("error", loaded.error().message);
  const Pack none;
  const Pack& pack = loaded ? *loaded : none;
  write_list(json, "guidelines", pack.guidelines);
  write_list(json, "problems", pack.problems);
  return json.end_object().take();
}

std::string report_json(const Report& report, const std::vector<Problem>& problems) {
  JsonWriter json;
  json.begin_object().member("language", report.language);
  write_list(json, "findings", report.findings);
  if (!problems.empty()) write_list(json, "problems", problems);
  return json.end_object().take();
}

std::string explanation_json(const GuidelineExplanation& explanation) {
  JsonWriter json;
  json.begin_object()
      .member("guideline", explanation.guideline)
      .member("kind", name(explanation.kind))
      .member("verdict", explanation.verdict)
      .key("applies")
      .boolean(explanation.applies)
      .key("ignored")
      .boolean(explanation.ignored);
  write_list(json, "conditions", explanation.conditions);
  write_list(json, "matches", explanation.matches);
  json.optional_member("figures", explanation.figures);
  write_list(json, "findings", explanation.findings);
  return json.end_object().take();
}

std::string test_report_json(const TestReport& report) {
  JsonWriter json;
  json.begin_object().key("passed").boolean(report.passed());
  json.optional_member("error", report.error);
  json.key("guidelines").number(static_cast<std::int64_t>(report.guidelines));
  json.key("examples").number(static_cast<std::int64_t>(report.examples));
  write_list(json, "failures", report.failures);
  write_list(json, "problems", report.problems);
  write_list(json, "warnings", report.warnings);
  return json.end_object().take();
}

}  // namespace herold
