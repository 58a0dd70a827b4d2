// JSON of content items, topics and the options of ranking → herold/suggest.h.
#include <cmath>
#include <utility>

#include "herold/suggest.h"
#include "pack/guideline_reader.h"
#include "pack/json.h"
#include "pack/value.h"

namespace herold {

namespace {

using pack::Diagnostics;
using pack::Json;
using pack::JsonLimits;
using pack::Length;
using pack::Value;

constexpr JsonLimits limits{16 << 20, 64};

std::string optional_string(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_string(*value) : std::string();
}

std::string required_string(const Value& object, std::string_view key) {
  if (!object.member(key)) object.problem("needs “" + std::string(key) + "”");
  return optional_string(object, key);
}

std::vector<std::string> optional_strings(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_strings(*value, Length::any) : std::vector<std::string>();
}

std::optional<Instant> optional_instant(const Value& object, std::string_view key) {
  const auto value = object.member(key);
  return value ? pack::read_instant(*value) : std::nullopt;
}

Caption read_caption(const Value& object) {
  if (!pack::is_object(object)) return {};
  return {required_string(object, "id"), optional_string(object, "network"),
          required_string(object, "language"), required_string(object, "text")};
}

ContentItem read_item(const Value& object, Diagnostics& said) {
  ContentItem item;
  if (!pack::is_object(object)) return item;
  item.id = required_string(object, "id");
  said.guideline = item.id;
  item.title = required_string(object, "title");
  item.summary = optional_string(object, "summary");
  item.language = required_string(object, "language");
  item.topics = optional_strings(object, "topics");
  item.hashtags = optional_strings(object, "hashtags");
  item.networks = optional_strings(object, "networks");
  item.from = optional_instant(object, "from");
  item.until = optional_instant(object, "until");
  if (const auto captions = object.member("captions")) {
    item.captions = pack::read_list(*captions, Length::any, read_caption);
  }
  if (const auto audience = object.member("audience"); audience && pack::is_object(*audience)) {
    item.roles = optional_strings(*audience, "roles");
    item.groups = optional_strings(*audience, "groups");
  }
  if (const auto priority = object.member("priority")) {
    item.priority = static_cast<std::int64_t>(std::lround(pack::read_number(*priority)));
  }
  return item;
}

Profile read_profile(const Value& object) {
  if (!pack::is_object(object)) return {};
  return {optional_strings(object, "interests"), optional_strings(object, "languages"),
          optional_string(object, "role"), optional_strings(object, "groups"),
          optional_strings(object, "shared")};
}

// The first problem as one line, or nothing.
std::string first_problem(const Diagnostics& said) {
  if (said.problems.empty()) return {};
  const Problem& problem = said.problems.front();
  return problem.pointer + ": " + problem.message;
}

}  // namespace

ContentResult parse_content(std::string_view json) {
  ContentResult result;
  const auto parsed = pack::parse_json(json, limits);
  if (const auto* error = std::get_if<std::string>(&parsed)) {
    result.error = *error;
    return result;
  }
  const Json& document = std::get<Json>(parsed);
  if (!document.is_array()) {
    result.error = "must be a list of content items";
    return result;
  }
  Diagnostics said;
  const Value list(document, said);
  for (std::size_t i = 0; i < document.size(); ++i) {
    said = {};
    ContentItem item = read_item(list.element(i), said);
    for (Problem& problem : said.problems) {
      result.problems.push_back({std::move(problem.pointer), item.id, std::move(problem.message)});
    }
    if (said.problems.empty()) result.items.push_back(std::move(item));
  }
  return result;
}

std::variant<Topics, std::string> parse_topics(std::string_view json) {
  const auto parsed = pack::parse_json(json, limits);
  if (const auto* error = std::get_if<std::string>(&parsed)) return *error;
  const Json& document = std::get<Json>(parsed);
  if (!document.is_object()) return std::string("must be a map from topic to labels");
  Diagnostics said;
  const Value map(document, said);
  Topics topics;
  for (const auto& [slug, unused] : document.get_ref<const Json::object_t&>()) {
    const Value labels = *map.member(slug);
    LocalizedText label;
    if (!pack::is_object(labels)) continue;
    for (const auto& [language, text] : labels.json().get_ref<const Json::object_t&>()) {
      label.by_language.emplace_back(language, pack::read_string(*labels.member(language)));
    }
    topics.emplace_back(slug, std::move(label));
  }
  if (std::string problem = first_problem(said); !problem.empty()) return problem;
  return topics;
}

std::variant<SuggestOptions, std::string> parse_suggest_options(std::string_view json) {
  const auto parsed = pack::parse_json(json, limits);
  if (const auto* error = std::get_if<std::string>(&parsed)) return *error;
  Diagnostics said;
  const Value object(std::get<Json>(parsed), said);
  SuggestOptions options;
  if (pack::is_object(object)) {
    if (const auto profile = object.member("profile")) options.profile = read_profile(*profile);
    options.network = optional_string(object, "network");
    options.at = optional_instant(object, "at");
    if (const auto limit = object.member("limit")) options.limit = pack::read_count(*limit);
  }
  if (!options.network.empty() && !parse_network(options.network))
    return "/network: is no network that Herold knows";
  if (std::string problem = first_problem(said); !problem.empty()) return problem;
  return options;
}

std::string suggestions_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions) {
    list.push_back({{"item", suggestion.item},
                    {"score", suggestion.score},
                    {"terms", suggestion.terms},
                    {"topics", suggestion.topics},
                    {"captions", suggestion.captions}});
  }
  return pack::to_text(list);
}

}  // namespace herold
