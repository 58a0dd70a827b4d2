// What is particular to each kind of guideline.
#include <array>
#include <initializer_list>

#include "pack/guideline_reader.h"
#include "pack/secrets.h"

namespace herold::pack {
namespace {

constexpr auto count_names =
    names_up_to<Occurrence::Count::exclamations>({"hashtags", "mentions", "links", "emojis", "words",
                                                  "characters", "sentences", "paragraphs", "exclamations"});
constexpr auto scope_names =
    names_up_to<Occurrence::Scope::opening>({"draft", "sentence", "paragraph", "opening"});
constexpr auto extent_names = names_up_to<match::Extent::paragraph>({"draft", "sentence", "paragraph"});
constexpr auto where_names = names_up_to<Conditional::Where::same_text>(
    {"anywhere", "before", "after", "opening", "same-sentence", "same-text"});
constexpr auto place_names = names_up_to<Insertion::Place::end>({"start", "end"});
constexpr auto measure_names = names_up_to<Metric::Measure::smog>(
    {"readability", "lix", "sentence-length", "capitals", "automated-readability", "coleman-liau",
     "flesch-kincaid", "gunning-fog", "smog"});

/// A matcher that is the value of a key of its own, such as `if`.
Matcher read_nested_matcher(const Value& guideline, std::string_view key) {
  const auto value = guideline.member(key);
  if (!value) {
    guideline.problem("needs " + quote(key));
    return {};
  }
  if (!is_object(*value)) return {};
  expect_keys(*value, {"terms", "patterns", "detect", "match", "except", "exceptPatterns"},
              UnknownKey::breaks);
  return read_matcher(*value);
}

std::optional<Insertion> read_insertion(const Value& guideline, std::string_view default_language) {
  const auto value = guideline.member("insert");
  if (!value || !is_object(*value)) return std::nullopt;
  expect_keys(*value, {"text", "at"}, UnknownKey::warns);
  Insertion insertion;
  if (const auto text = value->member("text")) {
    insertion.text = read_localized(*text, default_language);
  } else {
    value->problem("needs a “text”");
  }
  if (const auto at = value->member("at")) {
    insertion.place = read_choice<Insertion::Place>(*at, place_names);
  } else {
    value->problem("needs “at”");
  }
  return insertion;
}

std::vector<std::string> read_text_or_list(const Value& value) {
  if (value.json().is_string()) return {std::string(value.json().text())};
  if (value.json().is_array()) return read_strings(value, Length::at_least_one);
  value.problem("must be a text or a list of texts");
  return {};
}

/// A map from what is looked for to what stands in its place.
std::vector<Swap> read_swaps(const Value& value) {
  std::vector<Swap> swaps;
  if (!is_object(value)) return swaps;
  if (value.json().empty()) value.problem("must not be empty");
  for (const Json json : value.json())
    swaps.push_back({std::string(json.key()), read_text_or_list(value.member(json))});
  return swaps;
}

template <typename Number>
void expect_bounds(const Value& guideline, const std::optional<Number>& min,
                   const std::optional<Number>& max) {
  if (!min && !max) return guideline.problem("needs “min” or “max”");
  if (min && max && *max < *min) guideline.problem_at("min", "must not be above “max”");
}

/// Where the patterns of a guideline are at home.
match::Extent read_extent(const Value& guideline) {
  const auto scope = guideline.member("scope");
  return scope ? read_choice<match::Extent>(*scope, extent_names) : match::Extent::draft;
}

Rule read_existence(const Value& guideline, std::string_view) {
  Existence rule;
  const auto sealed = guideline.member("sealed");
  rule.matcher = sealed ? read_matcher_keys(guideline) : read_matcher(guideline);
  rule.matcher.extent = read_extent(guideline);
  if (const auto replace = guideline.member("replace"))
    rule.replacements = read_strings(*replace, Length::at_least_one);
  if (const auto remove = guideline.member("remove")) rule.remove = read_boolean(*remove);
  const auto secret = guideline.member("secret");
  const bool is_secret = secret && read_boolean(*secret);
  if (!sealed) {
    if (is_secret) expect_kept_secret(guideline, rule.matcher);
    return rule;
  }
  if (!is_secret) sealed->problem("stands only beside “secret”");
  if (guideline.member("terms")) sealed->problem("stands beside “terms”; one of the two");
  rule.sealed = read_sealed(*sealed);
  return rule;
}

Rule read_substitution(const Value& guideline, std::string_view) {
  Substitution rule;
  if (const auto style = guideline.member("match")) rule.style = read_match_style(*style);
  const auto terms = guideline.member("swap");
  const auto patterns = guideline.member("swapPatterns");
  if (!terms && !patterns) guideline.problem("needs “swap” or “swapPatterns”");
  if (terms) rule.terms = read_swaps(*terms);
  if (patterns) rule.patterns = read_swaps(*patterns);
  rule.exceptions = read_exceptions(guideline);
  rule.extent = read_extent(guideline);
  return rule;
}

Rule read_capitalization(const Value& guideline, std::string_view) {
  const auto terms = guideline.member("terms");
  if (terms) return Capitalization{read_strings(*terms, Length::at_least_one)};
  guideline.problem("needs “terms”");
  return Capitalization{};
}

/// No draft is below 0 of anything that is counted.
void expect_above_zero(const Value& guideline, bool is_none) {
  if (is_none) guideline.problem_at("min", "must be above 0, else nothing is ever found");
}

Rule read_occurrence(const Value& guideline, std::string_view default_language) {
  Occurrence rule;
  const auto count = guideline.member("count");
  const bool has_matcher =
      guideline.member("terms") || guideline.member("patterns") || guideline.member("detect");
  if (count && has_matcher) count->problem("stands beside a matcher; one of the two");
  if (count) {
    rule.what = read_choice<Occurrence::Count>(*count, count_names);
  } else if (has_matcher) {
    rule.what = read_matcher(guideline);
  } else {
    guideline.problem("needs a “count” or a matcher (“terms”, “patterns” or “detect”)");
  }
  if (const auto min = guideline.member("min")) rule.min = read_count(*min);
  if (const auto max = guideline.member("max")) rule.max = read_count(*max);
  if (const auto scope = guideline.member("scope"))
    rule.scope = read_choice<Occurrence::Scope>(*scope, scope_names);
  rule.insertion = read_insertion(guideline, default_language);
  expect_bounds(guideline, rule.min, rule.max);
  expect_above_zero(guideline, rule.min == 0U && !rule.max);
  return rule;
}

Rule read_repetition(const Value& guideline, std::string_view) {
  return Repetition{read_exceptions(guideline).terms};
}

Rule read_consistency(const Value& guideline, std::string_view) {
  Consistency rule;
  const auto either = guideline.member("either");
  if (!either) {
    guideline.problem("needs “either”");
    return rule;
  }
  if (!is_object(*either)) return rule;
  if (either->json().empty()) either->problem("must not be empty");
  for (const Json json : either->json())
    rule.variants.emplace_back(json.key(), read_string(either->member(json)));
  return rule;
}

Rule read_conditional(const Value& guideline, std::string_view default_language) {
  Conditional rule;
  rule.condition = read_nested_matcher(guideline, "if");
  rule.consequence = read_nested_matcher(guideline, "then");
  if (const auto where = guideline.member("where"))
    rule.where = read_choice<Conditional::Where>(*where, where_names);
  rule.insertion = read_insertion(guideline, default_language);
  return rule;
}

Rule read_sequence(const Value& guideline, std::string_view) {
  Sequence rule;
  rule.first = read_nested_matcher(guideline, "first");
  rule.second = read_nested_matcher(guideline, "second");
  if (const auto within = guideline.member("within")) rule.within = read_count(*within);
  return rule;
}

/// Else nothing, or every draft, would be found.
void expect_share(const Value& guideline, const char* key, bool is_none) {
  if (is_none) guideline.problem_at(key, "must be a share between 0 and 1, such as 0.4");
}

Rule read_metric(const Value& guideline, std::string_view) {
  Metric rule;
  if (const auto measure = guideline.member("metric")) {
    rule.measure = read_choice<Metric::Measure>(*measure, measure_names);
  } else {
    guideline.problem("needs a “metric”");
  }
  if (const auto min = guideline.member("min")) rule.min = read_number(*min);
  if (const auto max = guideline.member("max")) rule.max = read_number(*max);
  if (const auto words = guideline.member("minWords")) rule.min_words = read_count(*words);
  expect_bounds(guideline, rule.min, rule.max);
  if (rule.measure == Metric::Measure::capitals) {
    expect_share(guideline, "min", rule.min && (*rule.min <= 0 || *rule.min > 1));
    expect_share(guideline, "max", rule.max && (*rule.max < 0 || *rule.max >= 1));
  } else if (rule.measure == Metric::Measure::lix || rule.measure == Metric::Measure::sentence_length) {
    expect_above_zero(guideline, rule.min && *rule.min <= 0 && !rule.max);
    if (rule.max && *rule.max < 0) guideline.problem_at("max", "must not be below 0");
  }
  return rule;
}

/// A host name, without scheme, port and path.
std::string read_domain(const Value& value) {
  std::string domain = read_string(value);
  if (value.json().is_string() &&
      (domain.empty() || domain[0] == '.' || domain.find_first_of("/:@?#* ") != std::string::npos)) {
    value.problem(quote(domain) + " is not a domain such as “intranet.example”");
  }
  return domain;
}

Rule read_link(const Value& guideline, std::string_view) {
  LinkRules rule;
  if (const auto allow = guideline.member("allowDomains"))
    rule.allowed = read_list(*allow, Length::at_least_one, read_domain);
  if (const auto deny = guideline.member("denyDomains"))
    rule.denied = read_list(*deny, Length::at_least_one, read_domain);
  if (const auto https = guideline.member("https")) rule.https = read_boolean(*https);
  if (const auto utm = guideline.member("utm")) rule.utm = read_boolean(*utm);
  if (rule.allowed.empty() && rule.denied.empty() && !rule.https && !rule.utm) {
    guideline.problem("needs “allowDomains”, “denyDomains”, “https” or “utm”");
  }
  return rule;
}

Rule read_similarity(const Value& guideline, std::string_view) {
  Similarity rule;
  const auto max = guideline.member("max");
  if (!max) {
    guideline.problem("needs “max”");
    return rule;
  }
  rule.max = read_number(*max);
  if (rule.max < 0 || rule.max >= 1) max->problem("must be from 0 to below 1; nothing is above 1");
  return rule;
}

std::vector<std::string_view> with_common_keys(std::initializer_list<std::string_view> own) {
  std::vector<std::string_view> keys{"id",   "kind",   "severity", "message", "why",
                                     "link", "lesson", "source",   "applies", "examples"};
  keys.insert(keys.end(), own);
  return keys;
}

}  // namespace

const RuleReader& rule_reader(Kind kind) {
  // In the order of Kind.
  static const std::array<RuleReader, kind_names.size()> readers{{
      {read_existence, with_common_keys({"terms", "patterns", "detect", "match", "except", "exceptPatterns",
                                         "scope", "replace", "remove", "secret", "sealed"})},
      {read_substitution,
       with_common_keys({"swap", "swapPatterns", "match", "except", "exceptPatterns", "scope"})},
      {read_capitalization, with_common_keys({"terms"})},
      {read_occurrence, with_common_keys({"count", "terms", "patterns", "detect", "match", "except",
                                          "exceptPatterns", "min", "max", "insert", "scope"})},
      {read_repetition, with_common_keys({"except"})},
      {read_consistency, with_common_keys({"either"})},
      {read_conditional, with_common_keys({"if", "then", "where", "insert"})},
      {read_sequence, with_common_keys({"first", "second", "within"})},
      {read_metric, with_common_keys({"metric", "min", "max", "minWords"})},
      {read_link, with_common_keys({"allowDomains", "denyDomains", "https", "utm"})},
      {read_similarity, with_common_keys({"max"})},
  }};
  return readers[static_cast<std::size_t>(kind)];
}

}  // namespace herold::pack
