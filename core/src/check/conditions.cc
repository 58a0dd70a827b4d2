#include "check/conditions.h"

#include <algorithm>

namespace herold::check {
namespace {

/// `is_given(wanted)` tells whether an option has the value; an option that was not given has none.
template <typename T, typename IsGiven>
bool selects(const Selection<T>& selection, IsGiven is_given) {
  if (!selection.only.empty() && std::none_of(selection.only.begin(), selection.only.end(), is_given))
    return false;
  return std::none_of(selection.never.begin(), selection.never.end(), is_given);
}

bool is_within(const Period& period, const std::optional<Instant>& at) {
  if (!period.from && !period.until) return true;
  if (!at) return false;
  return (!period.from || *period.from <= *at) && (!period.until || *at < *period.until);
}

bool is_within_any(const std::vector<Period>& periods, const std::optional<Instant>& at) {
  return periods.empty() || std::any_of(periods.begin(), periods.end(),
                                        [&](const Period& period) { return is_within(period, at); });
}

}  // namespace

bool holds(const Conditions& conditions, const CheckOptions& options, std::string_view language) {
  return selects(conditions.languages,
                 [&](const std::string& range) { return language_covers(range, language); }) &&
         selects(conditions.roles, [&](const std::string& role) { return options.role == role; }) &&
         selects(conditions.groups,
                 [&](const std::string& group) {
                   return std::find(options.groups.begin(), options.groups.end(), group) !=
                          options.groups.end();
                 }) &&
         selects(conditions.networks, [&](Network network) { return options.network == network; }) &&
         is_within(conditions.window, options.at) && is_within_any(conditions.periods, options.at);
}

}  // namespace herold::check
