// What guidelines of every kind have in common.
#include "pack/guideline_reader.h"

#include <algorithm>
#include <array>
#include <span>

#include "herold/ascii.h"
#include "herold/language_tag.h"

namespace herold::pack {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 4> placeholders{"replacement", "match", "count", "limit"};

/// The first name in braces that is none of those given; other braces are text.
std::optional<std::string_view> other_placeholder(std::string_view text, Names known) {
  const auto is_letter = [](char c) { return ascii::is_letter(c) || c == '_'; };
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    if (name.empty() || !std::all_of(name.begin(), name.end(), is_letter)) continue;
    if (std::find(known.begin(), known.end(), name) == known.end()) return name;
  }
  return std::nullopt;
}

void expect_placeholders(const Value& value, const LocalizedText& text) {
  for (const auto& [language, template_text] : text.by_language) {
    if (const auto name = other_placeholder(template_text, placeholders)) {
      const std::string message = "the placeholder " + quote(*name) + " is not known; there are " +
                                  alternatives(placeholders.data(), placeholders.size());
      language.empty() ? value.problem(message) : value.problem_at(language, message);
      return;
    }
  }
}

LocalizedText read_template(const Value& object, std::string_view key, std::string_view default_language) {
  const auto value = object.member(key);
  if (!value) return {};
  LocalizedText text = read_localized(*value, default_language);
  expect_placeholders(*value, text);
  return text;
}

LocalizedText read_message(const Value& guideline, std::string_view default_language) {
  LocalizedText message = read_template(guideline, "message", default_language);
  if (!guideline.member("message")) {
    guideline.problem("needs a “message”");
    return message;
  }
  for (const auto& [language, text] : message.by_language) {
    if (!text.empty()) continue;
    const auto value = guideline.member("message");
    language.empty() ? value->problem("must not be empty") : value->problem_at(language, "must not be empty");
  }
  return message;
}

template <typename T, typename Read>
void read_selection(const Value& object, std::string_view only, std::string_view never, Read read,
                    Selection<T>& selection) {
  if (const auto value = object.member(only)) selection.only = read_list(*value, Length::at_least_one, read);
  if (const auto value = object.member(never)) selection.never = read_list(*value, Length::any, read);
}

Period read_period(const Value& object) {
  Period period;
  if (const auto from = object.member("from")) period.from = read_instant(*from);
  const auto until = object.member("until");
  if (until) period.until = read_instant(*until);
  if (period.from && period.until && !(*period.from < *period.until))
    until->problem("must be later than “from”");
  return period;
}

Period read_listed_period(const Value& value) {
  if (!is_object(value)) return {};
  expect_keys(value, {"from", "until"}, UnknownKey::breaks);
  if (!value.member("from") && !value.member("until")) value.problem("needs “from” or “until”");
  return read_period(value);
}

Network read_network(const Value& value) { return read_choice<Network>(value, network_names); }

Conditions read_conditions(const Value& object) {
  Conditions conditions;
  if (!is_object(object)) return conditions;
  expect_keys(object,
              {"languages", "notLanguages", "roles", "notRoles", "groups", "notGroups", "networks",
               "notNetworks", "from", "until", "periods"},
              UnknownKey::breaks);
  read_selection(object, "languages", "notLanguages", read_language, conditions.languages);
  read_selection(object, "roles", "notRoles", read_string, conditions.roles);
  read_selection(object, "groups", "notGroups", read_string, conditions.groups);
  read_selection(object, "networks", "notNetworks", read_network, conditions.networks);
  conditions.window = read_period(object);
  if (const auto periods = object.member("periods")) {
    conditions.periods = read_list(*periods, Length::at_least_one, read_listed_period);
  }
  return conditions;
}

Examples read_examples(const Value& object) {
  Examples examples;
  if (!is_object(object)) return examples;
  expect_keys(object, {"violates", "complies"}, UnknownKey::warns);
  if (const auto texts = object.member("violates")) examples.violates = read_strings(*texts, Length::any);
  if (const auto texts = object.member("complies")) examples.complies = read_strings(*texts, Length::any);
  return examples;
}

void read_id(const Value& object, Guideline& guideline) {
  const auto id = object.member("id");
  if (!id) return object.problem("needs an “id”");
  guideline.id = read_string(*id);
  object.said().guideline = guideline.id;
  if (id->json().is_string() && !is_id(guideline.id)) {
    id->problem(quote(guideline.id) + " is not an id: " + std::string(id_rule));
  }
}

void read_rule(const Value& object, std::string_view default_language, Guideline& guideline) {
  const auto kind = object.member("kind");
  if (!kind) return object.problem("needs a “kind”");
  const std::size_t problems = object.said().problems.size();
  const Kind which = read_choice<Kind>(*kind, kind_names);
  if (object.said().problems.size() > problems) return;
  const RuleReader& reader = rule_reader(which);
  if (const auto secret = object.member("secret"); secret && which != Kind::existence)
    secret->problem("stands only with the kind “existence”: others would publish their terms in the open");
  expect_keys(object, reader.keys, UnknownKey::warns);
  guideline.rule = reader.read(object, default_language);
}

bool offers_replacement(const Guideline& guideline) {
  switch (guideline.kind()) {
    case Kind::existence:
      return !std::get<Existence>(guideline.rule).replacements.empty();
    case Kind::substitution:
    case Kind::capitalization:
    case Kind::consistency:
      return true;
    default:
      return false;
  }
}

bool has_limit(Kind kind) {
  return kind == Kind::occurrence || kind == Kind::metric || kind == Kind::similarity;
}

/// The placeholders that this guideline has something for; no kind has a replacement and a limit.
Names filled_placeholders(const Guideline& guideline) {
  const Names all(placeholders);
  if (has_limit(guideline.kind())) return all.subspan(1);
  return offers_replacement(guideline) ? all.first(2) : all.subspan(1, 1);
}

void warn_of_empty_placeholders(const Value& object, std::string_view key, const LocalizedText& text,
                                Names filled) {
  for (const auto& [language, template_text] : text.by_language)
    if (const auto name = other_placeholder(template_text, filled))
      object.warn_at(
          key, "nothing fills " + quote('{' + std::string(*name) + '}') + " in this guideline: take it out");
}

/// What `similarity` finds depends on captions, which examples do not have.
void warn_of_missing_examples(const Value& object, const Guideline& guideline) {
  if (guideline.kind() == Kind::similarity) return;
  const Examples& examples = guideline.examples;
  if (examples.violates.empty())
    object.warn_at("examples", "there is no example that should be found (“violates”)");
  if (examples.complies.empty())
    object.warn_at("examples", "there is no example that should pass (“complies”)");
}

}  // namespace

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return ascii::is_lower(c) || ascii::is_digit(c) || c == '.' || c == '-';
  });
}

LocalizedText read_localized(const Value& value, std::string_view default_language) {
  if (value.json().is_string()) return {{{"", std::string(value.json().text())}}};
  LocalizedText text;
  if (!value.json().is_object()) {
    value.problem("must be a text or a map from language to text");
    return text;
  }
  text.by_language.reserve(value.json().size());
  for (const Json json : value.json()) {
    const std::string language(json.key());
    if (!is_language_tag(language))
      value.problem_at(language, quote(language) + " is not a language tag (BCP 47)");
    text.by_language.emplace_back(language, read_string(value.member(json)));
  }
  if (!value.member(default_language)) {
    value.problem("has no text in the default language " + quote(default_language));
  }
  return text;
}

Guideline read_guideline(const Value& value, std::string_view default_language) {
  Guideline guideline;
  if (!is_object(value)) return guideline;
  const std::size_t problems = value.said().problems.size();
  read_id(value, guideline);
  read_rule(value, default_language, guideline);
  if (const auto severity = value.member("severity")) {
    guideline.severity = read_choice<Severity>(*severity, severity_names);
  }
  guideline.message = read_message(value, default_language);
  guideline.why = read_template(value, "why", default_language);
  guideline.lesson = read_template(value, "lesson", default_language);
  read_template(value, "source", default_language);
  if (const auto link = value.member("link")) guideline.link = read_web_address(*link);
  if (const auto applies = value.member("applies")) guideline.applies = read_conditions(*applies);
  if (const auto examples = value.member("examples")) guideline.examples = read_examples(*examples);
  if (value.said().wants_warnings && value.said().problems.size() == problems) {
    const Names filled = filled_placeholders(guideline);
    warn_of_empty_placeholders(value, "message", guideline.message, filled);
    warn_of_empty_placeholders(value, "why", guideline.why, filled);
    warn_of_empty_placeholders(value, "lesson", guideline.lesson, filled);
  }
  warn_of_missing_examples(value, guideline);
  return guideline;
}

}  // namespace herold::pack
