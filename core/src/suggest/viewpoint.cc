#include "suggest/viewpoint.h"

#include <algorithm>

#include "herold/language_tag.h"
#include "text/sort_runs.h"

namespace herold::suggest {

namespace {

// A weak prior: people write about more than they ticked.
constexpr double interest_factor = 0.5;  // for each of the person's interests that an item serves
constexpr std::size_t most_interests = 2;
constexpr double priority_factor = 0.05;  // for each step
constexpr double freshness_factor = 0.1;  // on the first day
constexpr double freshness_days = 90;     // after which half of the freshness is gone
constexpr double foreign_language = 0.3;

// Without a draft, in units of one interest.
constexpr double main_topic = 0.3;  // the first of an item's topics is what it is about
constexpr double step_of_priority = 0.2;
constexpr double first_day = 0.5;

std::vector<bool> marks(const Names& names, const std::vector<std::string>& chosen) {
  std::vector<bool> marked(names.size());
  for (const std::string& each : chosen)
    if (const std::uint32_t id = names.find(each); id != Names::none) marked[id] = true;
  return marked;
}

// The place of the first language of the person that covers each. Whoever writes a language reads it: that of
// the draft, if it is none of them, comes behind; one further on are those that nobody speaks here.
std::vector<std::uint32_t> ranks(const Names& languages, const Profile& profile, std::string_view written) {
  std::vector<std::uint32_t> places;
  for (std::uint32_t id = 0; id < languages.size(); ++id) {
    const auto covers = [&](std::string_view range) { return language_covers(range, languages[id]); };
    const auto found = std::find_if(profile.languages.begin(), profile.languages.end(), covers);
    const bool is_foreign = found == profile.languages.end() && (written.empty() || !covers(written));
    places.push_back(static_cast<std::uint32_t>(found - profile.languages.begin()) + (is_foreign ? 1 : 0));
  }
  return places;
}

bool contains(std::span<const std::uint32_t> list, std::uint32_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

const double Viewpoint::highest_preference = 1 + interest_factor * static_cast<double>(most_interests) +
                                             priority_factor * highest_priority + freshness_factor;

Viewpoint::Viewpoint(const ItemTable& items, const SuggestOptions& options, std::string_view written)
    : items_(items),
      options_(options),
      role_(items.role_names.find(options.profile.role)),
      network_(items.network_names.find(options.network)),
      interests_(marks(items.topic_names, options.profile.interests)),
      groups_(marks(items.group_names, options.profile.groups)),
      ranks_(ranks(items.language_names, options.profile, written)),
      shared_(marks(items.ids, options.profile.shared)) {}

bool Viewpoint::admits(ItemIndex item) const {
  if (shared_[item] || !items_.periods[item].holds(options_.at)) return false;
  const auto roles = items_.roles[item], groups = items_.groups[item], networks = items_.networks[item];
  if (!roles.empty() && !contains(roles, role_)) return false;
  const auto is_mine = [this](std::uint32_t group) { return groups_[group]; };
  if (!groups.empty() && std::none_of(groups.begin(), groups.end(), is_mine)) return false;
  return networks.empty() || options_.network.empty() || contains(networks, network_);
}

std::size_t Viewpoint::interest_count(ItemIndex item) const {
  std::size_t count = 0;
  for (const std::uint32_t topic : items_.topics[item]) count += interests_[topic];
  return count;
}

double Viewpoint::freshness(ItemIndex item) const {
  const auto& from = items_.periods[item].from;
  if (!from || !options_.at) return 0;
  const double days = static_cast<double>(options_.at->seconds - from->seconds) / 86'400;
  return 1 / (1 + std::max(days, 0.0) / freshness_days);
}

bool Viewpoint::is_spoken(std::uint32_t language) const {
  return options_.profile.languages.empty() || ranks_[language] <= options_.profile.languages.size();
}

double Viewpoint::reach(ItemIndex item) const {
  const auto captions = items_.captions[item];
  const bool speaks = is_spoken(items_.languages[item]) ||
                      std::any_of(captions.begin(), captions.end(),
                                  [this](const CaptionEntry& each) { return is_spoken(each.language); });
  return speaks ? 1 : foreign_language;
}

double Viewpoint::standing(ItemIndex item) const {
  const auto interests = static_cast<double>(std::min(interest_count(item), most_interests));
  return 1 + interest_factor * interests + priority_factor * items_.priorities[item];
}

double Viewpoint::preference(ItemIndex item) const {
  return (standing(item) + freshness_factor * freshness(item)) * reach(item);
}

double Viewpoint::most_preferred(ItemIndex item) const { return standing(item) + freshness_factor; }

double Viewpoint::liking(ItemIndex item) const {
  const std::size_t shared = interest_count(item);
  if (shared == 0) return 0;
  const double main = interests_[items_.topics[item].front()] ? main_topic : 0;
  const double liked = static_cast<double>(shared) + main + step_of_priority * items_.priorities[item] +
                       first_day * freshness(item);
  return liked * reach(item);
}

std::vector<std::string> Viewpoint::interests(ItemIndex item) const {
  std::vector<std::string> names;
  for (const std::uint32_t topic : items_.topics[item])
    if (interests_[topic]) names.emplace_back(items_.topic_names[topic]);
  return names;
}

std::vector<std::string> Viewpoint::captions(ItemIndex item) const {
  std::vector<CaptionEntry> fitting;
  const bool on_any_network = options_.network.empty();
  for (const CaptionEntry& caption : items_.captions[item]) {
    if (on_any_network || caption.network == network_ || items_.network_names[caption.network].empty())
      fitting.push_back(caption);
  }
  const auto rank = [this, on_any_network](const CaptionEntry& caption) {
    return std::pair(ranks_[caption.language], !on_any_network && caption.network == network_ ? 0 : 1);
  };
  text::sort_runs(fitting,
                  [&rank](const CaptionEntry& a, const CaptionEntry& b) { return rank(a) < rank(b); });
  std::vector<std::string> ids;
  for (const CaptionEntry& caption : fitting) ids.emplace_back(items_.caption_ids[caption.id]);
  return ids;
}

}  // namespace herold::suggest
