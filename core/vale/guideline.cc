#include "vale/guideline.h"

#include <algorithm>
#include <array>

#include "herold/ascii.h"
#include "vale/kinds.h"
#include "vale/message.h"

namespace herold::vale {
namespace {

struct Extension {
  std::string_view extends;
  std::string_view kind;
  void (*write)(Json& guideline, const Rule& rule, Remarks& remarks);
  std::array<std::string_view, 2> arguments;  // what the message's `%s` stand for
};

constexpr std::array<Extension, 11> kinds{{
    {"existence", "existence", write_existence, {"{match}", "{replacement}"}},
    {"substitution", "substitution", write_substitution, {"{replacement}", "{match}"}},
    {"capitalization", "existence", write_capitalization, {"{match}", "{match}"}},
    {"occurrence", "occurrence", write_occurrence, {"{count}", "{limit}"}},
    {"conditional", "conditional", write_conditional, {"{match}", "{match}"}},
    {"repetition", "repetition", write_repetition, {"{match}", "{match}"}},
    {"consistency", "consistency", write_consistency, {"{match}", "{replacement}"}},
    {"metric", "metric", write_metric, {"{count}", "{limit}"}},
    {"sequence", "existence", write_sequence, {"{match}", "{match}"}},
    {"script", "existence", write_script, {"{match}", "{match}"}},
    {"readability", "metric", write_readability, {"{count}", "{limit}"}},
}};

const Extension& kind_of(const Rule& rule) {
  const std::string extends = rule.text("extends");
  if (extends.empty()) throw Unsupported("has no “extends”: it is no rule");
  if (extends == "spelling") throw Unsupported("checks spelling, which Herold leaves to the browser");
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const Extension& kind) { return kind.extends == extends; });
  if (found == kinds.end()) throw Unsupported("extends " + in_quotes(extends) + ", which is not known");
  return *found;
}

std::string severity_of(const Rule& rule) {
  const std::string level = rule.text("level");
  if (level.empty()) return "warning";
  if (level != "suggestion" && level != "warning" && level != "error")
    throw Unsupported("has the level " + in_quotes(level) + ", which is not known");
  return level;
}

void write_link(Json& guideline, const Rule& rule, Remarks& remarks) {
  const std::string link = rule.text("link");
  const bool is_web = link.rfind("http://", 0) == 0 || link.rfind("https://", 0) == 0;
  if (is_web) guideline["link"] = link;
  if (!link.empty() && !is_web) remarks.push_back("its link " + in_quotes(link) + " is no web address");
}

std::string id_of(std::string_view name) {
  std::string id;
  for (const char c : name) {
    const bool is_kept = ascii::is_alphanumeric(c) || c == '.';
    id += is_kept ? ascii::to_lower(c) : '-';
  }
  return id;
}

}  // namespace

Json guideline_of(const RuleFile& file, Remarks& remarks) {
  const Rule rule(file.fields);
  const Extension& kind = kind_of(rule);
  const std::vector<std::string> arguments =
      kind.extends == "sequence" ? steps_of(rule)
                                 : std::vector<std::string>(kind.arguments.begin(), kind.arguments.end());
  Json guideline;
  guideline["id"] = id_of(file.name);
  guideline["kind"] = kind.kind;
  guideline["severity"] = severity_of(rule);
  const std::string message = message_of(rule.text("message"), arguments);
  guideline["message"] = message.empty() ? file.name : message;
  if (rule.has("description")) guideline["why"] = message_of(rule.text("description"), arguments);
  write_link(guideline, rule, remarks);
  guideline["source"] = "Vale rule " + file.name;
  kind.write(guideline, rule, remarks);
  if (rule.number("limit") > 0) remarks.push_back("its limit of findings is not kept: all are shown");
  return guideline;
}

}  // namespace herold::vale
