#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/clock.h"
#include "cli/commands.h"
#include "cli/failure.h"
#include "cli/files.h"
#include "cli/terminal.h"
#include "herold/suggest.h"
#include "herold/utf8.h"

namespace herold::cli {
namespace {

using Json = nlohmann::json;

/// The lexicon that lies beside the program, as it is built and installed; empty when none does.
std::string lexicon_beside_program() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto beside = program.parent_path() / "words.lexicon";
  return !error && std::filesystem::exists(beside, error) ? beside.string() : std::string();
}

std::shared_ptr<const Lexicon> read_lexicon(const SuggestArguments& given) {
  const std::string path = given.lexicon.empty() ? lexicon_beside_program() : given.lexicon;
  if (path.empty()) {
    std::cerr << "herold: no words.lexicon beside the program, ranking by spelling alone\n";
    return nullptr;
  }
  auto read = Lexicon::parse(read_file(path, Lexicon::max_bytes));
  if (!read) throw Failure(display_name(path) + ": " + read.error().message);
  return std::make_shared<const Lexicon>(*std::move(read));
}

ContentIndex read_index(const SuggestArguments& given) {
  const auto content = parse_content(read_file(given.content, PackLimits::bytes));
  if (!content) throw Failure(display_name(given.content) + " " + content.error().message);
  for (const ContentProblem& problem : content->problems) {
    std::cerr << "herold: " << describe({problem.pointer, problem.item, problem.message}) << '\n';
  }
  Topics topics;
  if (!given.topics.empty()) {
    auto parsed = parse_topics(read_file(given.topics, PackLimits::bytes));
    if (!parsed) throw Failure(display_name(given.topics) + " " + parsed.error().message);
    topics = *std::move(parsed);
  }
  return ContentIndex(content->items, topics, read_lexicon(given));
}

SuggestOptions parse_options(const Json& options, const std::string& whose) {
  auto parsed = parse_suggest_options(options.dump(-1, ' ', false, Json::error_handler_t::replace));
  if (!parsed) throw Failure(whose + " " + parsed.error().message);
  if (!parsed->at) parsed->at = now();
  return *std::move(parsed);
}

Json read_profile(const std::string& path) {
  Json profile = Json::parse(read_file(path, PackLimits::bytes), nullptr, false);
  if (!profile.is_object())
    throw Failure(display_name(path) + " must be a JSON object: interests, languages, role, groups, shared");
  return profile;
}

/// What holds for the draft, and for each query that does not say otherwise.
Json command_line_options(const SuggestArguments& given) {
  Json json{{"limit", given.limit}};
  if (!given.at.empty()) json["at"] = given.at;
  if (!given.network.empty()) json["network"] = given.network;
  if (!given.profile.empty()) json["profile"] = read_profile(given.profile);
  return json;
}

/// Where they come from, to be named in what is wrong with them.
std::string command_line(const SuggestArguments& given) {
  return given.profile.empty() ? "the options" : "the options and " + display_name(given.profile);
}

int suggest_for_draft(const SuggestArguments& given) {
  const ContentIndex index = read_index(given);
  const SuggestOptions options = parse_options(command_line_options(given), command_line(given));
  const std::string draft = read_file(given.draft, max_draft_bytes);
  if (const auto error = draft_error(draft)) throw Failure(display_name(given.draft) + " " + *error);
  std::cout << suggestions_json(index.suggest(draft, options)) << '\n';
  return 0;
}

std::string read_queries(const std::string& path) {
  std::string queries = read_file(path, PackLimits::bytes);
  if (queries.size() > PackLimits::bytes) throw Failure(display_name(path) + " is larger than 16 MiB");
  if (const auto offset = first_invalid_utf8(queries))
    throw Failure(display_name(path) + " is not valid UTF-8 at byte " + std::to_string(*offset));
  return queries;
}

Json answer(const ContentIndex& index, const Json& query, Json options, const std::string& whose) {
  const bool is_query = query.is_object() && query.contains("id") && query["id"].is_string() &&
                        query.contains("draft") && query["draft"].is_string();
  if (!is_query) throw Failure(whose + " is no query: expected an object with “id” and “draft”");
  const std::string& draft = query["draft"].get_ref<const std::string&>();
  if (const auto error = draft_error(draft)) throw Failure(whose + ": its draft " + *error);
  for (const char* key : {"profile", "network", "at"}) {
    if (query.contains(key)) options[key] = query[key];
  }
  Json items = Json::array(), scores = Json::array();
  for (const Suggestion& suggestion : index.suggest(draft, parse_options(options, whose))) {
    items.push_back(suggestion.item);
    scores.push_back(suggestion.score);
  }
  return {{"id", query["id"]}, {"items", items}, {"scores", scores}};
}

/// Every line by itself: what is wrong with one is told, and the others go on.
int suggest_for_queries(const SuggestArguments& given) {
  const ContentIndex index = read_index(given);
  const Json options = command_line_options(given);
  parse_options(options, command_line(given));
  std::istringstream lines(read_queries(given.queries));
  int status = 0;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string whose = display_name(given.queries) + " line " + std::to_string(number);
    try {
      std::cout << answer(index, Json::parse(line, nullptr, false), options, whose).dump() << '\n';
    } catch (const Failure& failure) {
      std::cerr << "herold: " << printable(failure.what()) << '\n';
      status = 2;
    }
  }
  return status;
}

}  // namespace

int suggest(const SuggestArguments& given) {
  return given.queries.empty() ? suggest_for_draft(given) : suggest_for_queries(given);
}

}  // namespace herold::cli
