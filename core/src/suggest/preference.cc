#include "suggest/preference.h"

#include <algorithm>

#include "suggest/eligible.h"

namespace herold::suggest {

namespace {

// A weak prior: people write about more than they ticked.
constexpr double interest_factor = 0.5;   // for each of the person's interests, at most two
constexpr double priority_factor = 0.05;  // for each step, between -5 and 5
constexpr double freshness_factor = 0.1;  // on the first day
constexpr double freshness_days = 90;     // after which half of the freshness is gone
constexpr double foreign_language = 0.3;

// Without a draft, in units of one interest.
constexpr double main_topic = 0.3;  // the first of an item's topics is what it is about
constexpr double step_of_priority = 0.2;
constexpr double first_day = 0.5;

double freshness(const ContentItem& item, const std::optional<Instant>& at) {
  if (!item.from || !at) return 0;
  const double days = static_cast<double>(at->seconds - item.from->seconds) / 86'400;
  return 1 / (1 + std::max(days, 0.0) / freshness_days);
}

double steps(const ContentItem& item) {
  return static_cast<double>(std::clamp<std::int64_t>(item.priority, -5, 5));
}

bool is_interest(const std::string& topic, const Profile& profile) {
  return std::find(profile.interests.begin(), profile.interests.end(), topic) != profile.interests.end();
}

}  // namespace

std::vector<std::string> shared_interests(const ContentItem& item, const Profile& profile) {
  std::vector<std::string> shared;
  for (const std::string& topic : item.topics)
    if (is_interest(topic, profile)) shared.push_back(topic);
  return shared;
}

double preference(const ContentItem& item, const SuggestOptions& options) {
  const auto interests = std::min<std::size_t>(shared_interests(item, options.profile).size(), 2);
  return interest_factor * static_cast<double>(interests) + priority_factor * steps(item) +
         freshness_factor * freshness(item, options.at);
}

double reach(const ContentItem& item, const Profile& profile) {
  return speaks_to(item, profile) ? 1 : foreign_language;
}

double liking(const ContentItem& item, const SuggestOptions& options) {
  const auto shared = shared_interests(item, options.profile).size();
  if (shared == 0) return 0;
  const double main = is_interest(item.topics.front(), options.profile) ? main_topic : 0;
  const double liked = static_cast<double>(shared) + main + step_of_priority * steps(item) +
                       first_day * freshness(item, options.at);
  return liked * reach(item, options.profile);
}

}  // namespace herold::suggest
