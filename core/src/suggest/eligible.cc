#include "suggest/eligible.h"

#include <algorithm>

namespace herold::suggest {

namespace {

bool contains(const std::vector<std::string>& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool is_current(const ContentItem& item, const std::optional<Instant>& at) {
  if (!item.from && !item.until) return true;
  if (!at) return false;
  return (!item.from || *item.from <= *at) && (!item.until || *at < *item.until);
}

// The place of the first language of the person that covers `tag`; one past the last when none does.
std::size_t language_rank(const Profile& profile, std::string_view tag) {
  const auto covers = [tag](const std::string& range) { return language_covers(range, tag); };
  const auto found = std::find_if(profile.languages.begin(), profile.languages.end(), covers);
  return static_cast<std::size_t>(found - profile.languages.begin());
}

bool is_spoken(const Profile& profile, std::string_view tag) {
  return profile.languages.empty() || language_rank(profile, tag) < profile.languages.size();
}

}  // namespace

bool is_eligible(const ContentItem& item, const SuggestOptions& options) {
  const Profile& person = options.profile;
  if (!is_current(item, options.at)) return false;
  if (!item.roles.empty() && !contains(item.roles, person.role)) return false;
  const auto in_group = [&person](const std::string& group) { return contains(person.groups, group); };
  if (!item.groups.empty() && std::none_of(item.groups.begin(), item.groups.end(), in_group)) return false;
  if (!item.networks.empty() && !options.network.empty() && !contains(item.networks, options.network))
    return false;
  return !contains(person.shared, item.id);
}

bool speaks_to(const ContentItem& item, const Profile& profile) {
  if (is_spoken(profile, item.language)) return true;
  return std::any_of(item.captions.begin(), item.captions.end(),
                     [&profile](const Caption& caption) { return is_spoken(profile, caption.language); });
}

std::vector<std::string> captions_in_order(const ContentItem& item, const SuggestOptions& options) {
  std::vector<const Caption*> fitting;
  for (const Caption& caption : item.captions) {
    if (caption.network.empty() || options.network.empty() || caption.network == options.network)
      fitting.push_back(&caption);
  }
  const auto rank = [&options](const Caption* caption) {
    const bool for_network = !options.network.empty() && caption->network == options.network;
    return std::pair(language_rank(options.profile, caption->language), for_network ? 0 : 1);
  };
  std::stable_sort(fitting.begin(), fitting.end(),
                   [&rank](const Caption* a, const Caption* b) { return rank(a) < rank(b); });
  std::vector<std::string> ids;
  for (const Caption* caption : fitting) ids.push_back(caption->id);
  return ids;
}

}  // namespace herold::suggest
