#include "cli/sarif_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <unordered_map>
#include <utility>

#include "text/utf8.h"

namespace herold::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::suggestion:
      break;
  }
  return "note";
}

/// RFC 3986: a relative reference, or a `file` address of an absolute path.
std::string uri_of(const std::string& path) {
  constexpr std::string_view unreserved = "-._~/", hex = "0123456789ABCDEF";
  if (path == "-") return "stdin";
  std::string uri = path.front() == '/' ? "file://" : "";
  for (const char c : path) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                         unreserved.find(c) != std::string_view::npos;
    if (is_kept) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return uri;
}

/// Where lines begin, in UTF-16 units of the draft.
class Lines {
 public:
  explicit Lines(std::string_view draft) {
    std::uint32_t units = 0;
    for (std::size_t at = 0; at < draft.size();) {
      const text::CodePoint c = text::decode(draft, at);
      units += c.value > 0xFFFF ? 2 : 1;
      at += c.size;
      if (c.value == '\n') starts_.push_back(units);
    }
  }

  Json region(Range range) const {
    const auto [start_line, start_column] = place(range.start);
    const auto [end_line, end_column] = place(range.end);
    return {{"startLine", start_line},
            {"startColumn", start_column},
            {"endLine", end_line},
            {"endColumn", end_column}};
  }

 private:
  std::pair<std::size_t, std::uint32_t> place(std::uint32_t unit) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), unit);
    return {static_cast<std::size_t>(after - starts_.begin()), unit - *(after - 1) + 1};
  }

  std::vector<std::uint32_t> starts_{0};
};

using RuleIndex = std::unordered_map<std::string, std::size_t>;

RuleIndex index_of_rules(const Pack& pack) {
  RuleIndex index;
  for (const GuidelineSummary& guideline : pack.guidelines) index.emplace(guideline.id, index.size());
  return index;
}

Json rules(const Pack& pack, const RuleIndex& index, const std::vector<CheckedDraft>& drafts) {
  Json all = Json::array();
  for (const GuidelineSummary& guideline : pack.guidelines) {
    all.push_back({{"id", guideline.id},
                   {"defaultConfiguration", {{"level", level_of(guideline.severity)}}},
                   {"properties", {{"kind", name(guideline.kind)}}}});
  }
  for (const CheckedDraft& draft : drafts) {
    for (const Finding& finding : draft.report.findings)
      if (!finding.link.empty()) all[index.at(finding.guideline)]["helpUri"] = finding.link;
  }
  return all;
}

Json fix_of(const Fix& fix, const Json& artifact, const Lines& lines) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    replacements.push_back(
        {{"deletedRegion", lines.region(edit.range)}, {"insertedContent", {{"text", edit.text}}}});
  }
  return {
      {"description", {{"text", fix.title}}},
      {"artifactChanges", Json::array({{{"artifactLocation", artifact}, {"replacements", replacements}}})}};
}

Json result_of(const Finding& finding, const RuleIndex& index, const Json& artifact, const Lines& lines) {
  const std::string why = finding.why.empty() ? "" : " " + finding.why;
  Json location = {
      {"physicalLocation", {{"artifactLocation", artifact}, {"region", lines.region(finding.range)}}}};
  Json result = {{"ruleId", finding.guideline},
                 {"ruleIndex", index.at(finding.guideline)},
                 {"level", level_of(finding.severity)},
                 {"message", {{"text", finding.message + why}}},
                 {"locations", Json::array({location})}};
  if (finding.fixes.empty()) return result;
  result["fixes"] = Json::array();
  for (const Fix& fix : finding.fixes) result["fixes"].push_back(fix_of(fix, artifact, lines));
  return result;
}

/// Guidelines that were left out.
Json invocation(const std::vector<Problem>& problems) {
  Json told = Json::array();
  for (const Problem& problem : problems) {
    told.push_back({{"level", "warning"},
                    {"message", {{"text", problem.guideline + " was left out: " + problem.message}}}});
  }
  return {{"executionSuccessful", true}, {"toolConfigurationNotifications", told}};
}

}  // namespace

std::string sarif(const std::vector<CheckedDraft>& drafts, const Pack& pack,
                  const std::vector<Problem>& problems) {
  const RuleIndex index = index_of_rules(pack);
  Json artifacts = Json::array(), results = Json::array();
  for (const CheckedDraft& draft : drafts) {
    const Json artifact = {{"uri", uri_of(draft.path)}, {"index", artifacts.size()}};
    const Lines lines(draft.text);
    artifacts.push_back({{"location", {{"uri", uri_of(draft.path)}}}});
    for (const Finding& finding : draft.report.findings)
      results.push_back(result_of(finding, index, artifact, lines));
  }
  const Json driver = {{"name", "Herold"}, {"rules", rules(pack, index, drafts)}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"columnKind", "utf16CodeUnits"},
                    {"newlineSequences", Json::array({"\r\n", "\n"})},
                    {"invocations", Json::array({invocation(problems)})},
                    {"artifacts", artifacts},
                    {"results", results}};
  const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}};
  return log.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace herold::cli
