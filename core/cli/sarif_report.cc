#include "cli/sarif_report.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "herold/percent_encoding.h"
#include "pack/json_writer.h"
#include "text/utf8.h"

namespace herold::cli {
namespace {

using pack::JsonWriter;

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
  if (path == "-") return "stdin";
  return (path.front() == '/' ? "file://" : "") + percent_encoded(path, "/");
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

  void write(JsonWriter& json, std::string_view name, Range range) const {
    const auto [start_line, start_column] = place(range.start);
    const auto [end_line, end_column] = place(range.end);
    json.key(name).begin_object();
    json.member("startLine", start_line).member("startColumn", start_column);
    json.member("endLine", end_line).member("endColumn", end_column).end_object();
  }

 private:
  std::pair<std::int64_t, std::int64_t> place(std::uint32_t unit) const {
    const auto after = std::upper_bound(starts_.begin(), starts_.end(), unit);
    return {after - starts_.begin(), unit - *(after - 1) + 1};
  }

  std::vector<std::uint32_t> starts_{0};
};

using RuleIndex = std::unordered_map<std::string, std::size_t>;

RuleIndex index_of_rules(const Pack& pack) {
  RuleIndex index;
  for (const GuidelineSummary& guideline : pack.guidelines) index.emplace(guideline.id, index.size());
  return index;
}

/// The link of each guideline that has one; a report has it in the findings.
std::vector<std::string_view> links(const Pack& pack, const RuleIndex& index,
                                    const std::vector<CheckedDraft>& drafts) {
  std::vector<std::string_view> links(pack.guidelines.size());
  for (const CheckedDraft& draft : drafts) {
    for (const Finding& finding : draft.report.findings)
      if (!finding.link.empty()) links[index.at(finding.guideline)] = finding.link;
  }
  return links;
}

void write_rules(JsonWriter& json, const Pack& pack, const std::vector<std::string_view>& links) {
  json.key("rules").begin_array();
  for (std::size_t i = 0; i < pack.guidelines.size(); ++i) {
    const GuidelineSummary& guideline = pack.guidelines[i];
    json.begin_object().member("id", guideline.id);
    json.key("defaultConfiguration").begin_object();
    json.member("level", level_of(guideline.severity)).end_object();
    json.key("properties").begin_object().member("kind", name(guideline.kind)).end_object();
    json.optional_member("helpUri", links[i]).end_object();
  }
  json.end_array();
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.key(name).begin_object().member("text", text).end_object();
}

/// Guidelines that were left out.
void write_invocation(JsonWriter& json, const std::vector<Problem>& problems) {
  json.key("invocations").begin_array().begin_object().key("executionSuccessful").boolean(true);
  json.key("toolConfigurationNotifications").begin_array();
  for (const Problem& problem : problems) {
    json.begin_object().member("level", "warning");
    write_text(json, "message", problem.guideline + " was left out: " + problem.message);
    json.end_object();
  }
  json.end_array().end_object().end_array();
}

void write_artifacts(JsonWriter& json, const std::vector<CheckedDraft>& drafts) {
  json.key("artifacts").begin_array();
  for (const CheckedDraft& draft : drafts)
    json.begin_object()
        .key("location")
        .begin_object()
        .member("uri", uri_of(draft.path))
        .end_object()
        .end_object();
  json.end_array();
}

/// All of the log that stands in front of its first result.
std::string beginning(const std::vector<CheckedDraft>& drafts, const Pack& pack, const RuleIndex& index) {
  JsonWriter json;
  json.begin_object().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.member("version", "2.1.0").key("runs").begin_array().begin_object();
  json.key("tool").begin_object().key("driver").begin_object().member("name", "Herold");
  write_rules(json, pack, links(pack, index, drafts));
  json.end_object().end_object().member("columnKind", "utf16CodeUnits");
  json.key("newlineSequences").begin_array().string("\r\n").string("\n").end_array();
  write_invocation(json, pack.problems);
  write_artifacts(json, drafts);
  json.key("results").begin_array();
  return json.take();
}

class ResultWriter {
 public:
  ResultWriter(const CheckedDraft& draft, std::size_t number, const RuleIndex& index)
      : uri_(uri_of(draft.path)),
        number_(static_cast<std::int64_t>(number)),
        lines_(draft.text),
        index_(index) {}

  std::string result(const Finding& finding) const {
    JsonWriter json;
    json.begin_object().member("ruleId", finding.guideline);
    json.member("ruleIndex", static_cast<std::int64_t>(index_.at(finding.guideline)));
    json.member("level", level_of(finding.severity));
    write_text(json, "message", finding.message + (finding.why.empty() ? "" : " " + finding.why));
    json.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
    write_artifact(json);
    lines_.write(json, "region", finding.range);
    json.end_object().end_object().end_array();
    if (!finding.fixes.empty()) write_fixes(json, finding.fixes);
    return json.end_object().take();
  }

 private:
  void write_artifact(JsonWriter& json) const {
    json.key("artifactLocation").begin_object().member("uri", uri_).member("index", number_).end_object();
  }

  void write_fixes(JsonWriter& json, const std::vector<Fix>& fixes) const {
    json.key("fixes").begin_array();
    for (const Fix& fix : fixes) {
      json.begin_object();
      write_text(json, "description", fix.title);
      json.key("artifactChanges").begin_array().begin_object();
      write_artifact(json);
      json.key("replacements").begin_array();
      for (const Edit& edit : fix.edits) {
        json.begin_object();
        lines_.write(json, "deletedRegion", edit.range);
        write_text(json, "insertedContent", edit.text);
        json.end_object();
      }
      json.end_array().end_object().end_array().end_object();
    }
    json.end_array();
  }

  std::string uri_;
  std::int64_t number_;
  Lines lines_;
  const RuleIndex& index_;
};

}  // namespace

void print_sarif(std::ostream& out, const std::vector<CheckedDraft>& drafts, const Pack& pack) {
  const RuleIndex index = index_of_rules(pack);
  out << beginning(drafts, pack, index);
  std::string_view separator = "\n";
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const ResultWriter writer(drafts[i], i, index);
    for (const Finding& finding : drafts[i].report.findings) {
      out << separator << writer.result(finding);
      separator = ",\n";
    }
  }
  out << "]}]}\n";
}

}  // namespace herold::cli
