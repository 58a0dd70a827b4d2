#include "check/conditions.h"

#include <algorithm>
#include <utility>

#include "herold/language_tag.h"

namespace herold::check {
namespace {

/// `is_given(wanted)` tells whether an option has the value; an option that was not given has none.
template <typename T, typename IsGiven>
bool selects(const Selection<T>& selection, IsGiven is_given) {
  if (!selection.only.empty() && std::none_of(selection.only.begin(), selection.only.end(), is_given))
    return false;
  return std::none_of(selection.never.begin(), selection.never.end(), is_given);
}

bool is_within_any(const std::vector<Period>& periods, const std::optional<Instant>& at) {
  return periods.empty() ||
         std::any_of(periods.begin(), periods.end(), [&](const Period& period) { return period.holds(at); });
}

const std::string& itself(const std::string& text) { return text; }

/// Values in words: “a”, “b”.
template <typename T, typename Word>
std::string in_words(const std::vector<T>& values, Word word) {
  std::string list;
  for (const T& value : values) list += (list.empty() ? "" : ", ") + std::string(word(value));
  return list;
}

std::string in_words(const Period& period) {
  return (period.from ? "from " + to_text(*period.from) : "") + (period.from && period.until ? " " : "") +
         (period.until ? "until " + to_text(*period.until) : "");
}

/// The two conditions of a selection, each for itself.
template <typename T, typename Word, typename IsGiven>
void add_states(const char* only, const char* never, const Selection<T>& selection, Word word,
                const std::string& given, IsGiven is_given, std::vector<ConditionState>& states) {
  if (!selection.only.empty())
    states.push_back({only, in_words(selection.only, word), given,
                      std::any_of(selection.only.begin(), selection.only.end(), is_given)});
  if (!selection.never.empty())
    states.push_back({never, in_words(selection.never, word), given,
                      std::none_of(selection.never.begin(), selection.never.end(), is_given)});
}

/// A draft of several languages may have one of which the guideline speaks and one of which it does not.
void add_language_states(const Selection<std::string>& selection, const text::Languages& languages,
                         std::vector<ConditionState>& states) {
  std::string written(languages.main);
  for (const text::LanguageStretch& other : languages.others) written += ", " + std::string(other.language);
  const auto add = [&](const char* condition, const std::vector<std::string>& wanted,
                       Selection<std::string> alone) {
    if (wanted.empty()) return;
    Conditions only_this;
    only_this.languages = std::move(alone);
    states.push_back({condition, in_words(wanted, itself), written, holds(only_this, {}, languages)});
  };
  add("languages", selection.only, {selection.only, {}});
  add("notLanguages", selection.never, {{}, selection.never});
}

void add_time_states(const Conditions& conditions, const std::optional<Instant>& at,
                     std::vector<ConditionState>& states) {
  const std::string given = at ? to_text(*at) : "";
  const Period from{conditions.window.from, std::nullopt}, until{std::nullopt, conditions.window.until};
  if (from.from) states.push_back({"from", to_text(*from.from), given, from.holds(at)});
  if (until.until) states.push_back({"until", to_text(*until.until), given, until.holds(at)});
  if (conditions.periods.empty()) return;
  const auto words = [](const Period& period) { return in_words(period); };
  states.push_back(
      {"periods", in_words(conditions.periods, words), given, is_within_any(conditions.periods, at)});
}

}  // namespace

bool is_ignored(std::string_view guideline, const CheckOptions& options) {
  return std::any_of(options.ignore.begin(), options.ignore.end(), [&](const Ignored& ignored) {
    return !ignored.match && ignored.guideline == guideline;
  });
}

std::vector<ConditionState> states_of(const Conditions& conditions, const CheckOptions& options,
                                      const text::Languages& languages) {
  std::vector<ConditionState> states;
  add_language_states(conditions.languages, languages, states);
  add_states(
      "roles", "notRoles", conditions.roles, itself, options.role.value_or(""),
      [&](const std::string& role) { return options.role == role; }, states);
  add_states(
      "groups", "notGroups", conditions.groups, itself, in_words(options.groups, itself),
      [&](const std::string& group) {
        return std::find(options.groups.begin(), options.groups.end(), group) != options.groups.end();
      },
      states);
  add_states(
      "networks", "notNetworks", conditions.networks, [](Network network) { return name(network); },
      options.network ? std::string(name(*options.network)) : "",
      [&](Network network) { return options.network == network; }, states);
  add_time_states(conditions, options.at, states);
  return states;
}

bool speaks(const Conditions& conditions, std::string_view language) {
  return selects(conditions.languages,
                 [&](const std::string& range) { return language_covers(range, language); });
}

bool holds(const Conditions& conditions, const CheckOptions& options, const text::Languages& languages) {
  const auto speaks_there = [&](const text::LanguageStretch& other) {
    return speaks(conditions, other.language);
  };
  return (speaks(conditions, languages.main) ||
          std::any_of(languages.others.begin(), languages.others.end(), speaks_there)) &&
         selects(conditions.roles, [&](const std::string& role) { return options.role == role; }) &&
         selects(conditions.groups,
                 [&](const std::string& group) {
                   return std::find(options.groups.begin(), options.groups.end(), group) !=
                          options.groups.end();
                 }) &&
         selects(conditions.networks, [&](Network network) { return options.network == network; }) &&
         conditions.window.holds(options.at) && is_within_any(conditions.periods, options.at);
}

}  // namespace herold::check
