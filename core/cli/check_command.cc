#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <vector>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/explanation.h"
#include "cli/failure.h"
#include "cli/files.h"
#include "cli/one_of.h"
#include "cli/sarif_report.h"
#include "cli/text_report.h"
#include "herold/check_json.h"
#include "herold/language_tag.h"

namespace herold::cli {
namespace {

enum class Format { text, json, sarif };

struct Draft {
  std::string path;
  std::string text;
};

struct Answer {
  Report report;
  std::vector<GuidelineExplanation> explanations;
};

template <typename T>
T expect(const std::optional<T>& value, const std::string& option, const std::string& given,
         const std::string& wanted) {
  if (value) return *value;
  throw Failure(option + " " + given + ": expected " + wanted);
}

void expect_language(const std::string& option, const std::string& tag, const std::string& wanted) {
  if (!is_language_tag(tag)) throw Failure(option + " " + tag + ": expected " + wanted);
}

Format parse_format(const std::string& text) {
  if (text == "text") return Format::text;
  if (text == "json") return Format::json;
  if (text == "sarif") return Format::sarif;
  throw Failure("--format " + text + ": expected text, json or sarif");
}

Ignored parse_ignored(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return {text, std::nullopt};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

std::vector<std::string> read_captions(const std::string& path) {
  const auto json = nlohmann::json::parse(read_file(path, PackLimits::bytes), nullptr, false);
  const bool is_list_of_texts =
      json.is_array() &&
      std::all_of(json.begin(), json.end(), [](const auto& text) { return text.is_string(); });
  if (!is_list_of_texts) throw Failure("--captions " + path + ": expected a JSON list of texts");
  return json.get<std::vector<std::string>>();
}

CheckOptions parse_options(const CheckArguments& given) {
  CheckOptions options;
  options.language = given.language;
  if (given.language != "auto") expect_language("--language", given.language, "auto or a tag such as de-CH");
  options.role = given.role;
  options.groups = given.groups;
  if (!given.network.empty()) {
    options.network = expect(parse_network(given.network), "--network", given.network, one_of(network_names));
  }
  options.at = given.at.empty() ? now()
                                : expect(parse_instant(given.at), "--at", given.at,
                                         "a time as in 2027-01-15T08:00:00+01:00 (RFC 3339)");
  if (!given.reader.empty()) expect_language("--reader", given.reader, "a tag such as de-CH");
  options.reader = given.reader;
  for (const std::string& text : given.ignore) options.ignore.push_back(parse_ignored(text));
  if (!given.captions.empty()) options.captions = read_captions(given.captions);
  return options;
}

std::vector<Draft> read_drafts(std::vector<std::string> paths) {
  if (paths.empty()) paths.emplace_back("-");
  if (std::count(paths.begin(), paths.end(), "-") > 1) throw Failure("standard input can only be read once");
  std::vector<Draft> drafts;
  for (const std::string& path : paths) {
    drafts.push_back({path, read_file(path, max_draft_bytes)});
    if (const auto error = draft_error(drafts.back().text)) throw Failure(display_name(path) + " " + *error);
  }
  return drafts;
}

/// The report's object with `explanations` as its last member, where there are any.
std::string json_of(const Answer& answer, const std::vector<Problem>& problems) {
  std::string json = report_json(answer.report, problems);
  if (answer.explanations.empty()) return json;
  json.pop_back();
  std::string separator = ",\"explanations\":[";
  for (const GuidelineExplanation& explanation : answer.explanations) {
    json += separator + explanation_json(explanation);
    separator = ",";
  }
  return json + "]}";
}

void print_json(const std::vector<Draft>& drafts, const std::vector<Answer>& answers,
                const std::vector<Problem>& problems) {
  if (drafts.size() == 1) {
    std::cout << json_of(answers.front(), problems) << '\n';
    return;
  }
  std::string separator = "[";
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string file =
        nlohmann::json(drafts[i].path).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::cout << separator << "{\"file\":" << file << ',' << json_of(answers[i], problems).substr(1);
    separator = ",\n ";
  }
  std::cout << "]\n";
}

void print_text(const std::vector<Draft>& drafts, const std::vector<Answer>& answers) {
  const Terminal terminal = Terminal::standard_output();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    print_findings(std::cout, terminal, display_name(drafts[i].path), drafts[i].text, answers[i].report);
    for (const GuidelineExplanation& explanation : answers[i].explanations)
      print_explanation(std::cout, terminal, drafts[i].text, explanation);
  }
  std::vector<const Report*> reports;
  for (const Answer& answer : answers) reports.push_back(&answer.report);
  std::cout << summary(terminal, reports) << '\n';
}

Answer answer(const Checker& checker, const Draft& draft, const CheckOptions& options,
              const std::vector<std::string>& to_explain) {
  Answer answer{checker.check(draft.text, options), {}};
  for (const std::string& id : to_explain)
    answer.explanations.push_back(*checker.explain(draft.text, options, id));
  return answer;
}

/// Of a guideline that is not there nothing can be explained, but why it is not.
void expect_known(const std::vector<std::string>& ids, const Pack& pack) {
  for (const std::string& id : ids) {
    const auto& known = pack.guidelines;
    if (std::any_of(known.begin(), known.end(), [&](const auto& guideline) { return guideline.id == id; }))
      continue;
    for (const Problem& problem : pack.problems) {
      if (problem.guideline == id)
        throw Failure("--explain " + id + ": it is broken and left out: " + problem.pointer + " " +
                      problem.message);
    }
    throw Failure("--explain " + id + ": the pack has no such guideline");
  }
}

std::vector<CheckedDraft> checked(const std::vector<Draft>& drafts, const std::vector<Answer>& answers) {
  std::vector<CheckedDraft> checked;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    checked.push_back({drafts[i].path, drafts[i].text, answers[i].report});
  return checked;
}

bool reaches(const Report& report, Severity fail_on) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const Finding& finding) { return finding.severity >= fail_on; });
}

}  // namespace

int check(const CheckArguments& given) {
  const Format format = parse_format(given.format);
  const Severity fail_on =
      expect(parse_severity(given.fail_on), "--fail-on", given.fail_on, one_of(severity_names));
  const CheckOptions options = parse_options(given);
  const std::vector<Draft> drafts = read_drafts(given.files);
  const Pack pack = load_pack_file(given.pack);

  expect_known(given.explain, pack);
  std::vector<Answer> answers;
  for (const Draft& draft : drafts) answers.push_back(answer(*pack.checker, draft, options, given.explain));
  switch (format) {
    case Format::text:
      print_text(drafts, answers);
      break;
    case Format::json:
      print_json(drafts, answers, pack.problems);
      break;
    case Format::sarif:
      print_sarif(std::cout, checked(drafts, answers), pack);
      break;
  }
  return std::any_of(answers.begin(), answers.end(),
                     [&](const Answer& answer) { return reaches(answer.report, fail_on); });
}

}  // namespace herold::cli
