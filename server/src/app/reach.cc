#include "app/reach.h"

#include <algorithm>

#include "app/group_privacy.h"
#include "app/json.h"
#include "app/validation.h"

namespace herold::app {
namespace {

struct Audience {
  explicit Audience(const store::Offer& offer) : channel(offer.channel) {
    if (offer.audience.empty()) return;
    const Json audience = stored(offer.audience);
    roles = audience.value("roles", roles);
    groups = audience.value("groups", groups);
  }

  // As the devices do: an empty list admits everyone, else the role, and any of the groups.
  bool admits(const store::PeopleAlike& people) const {
    if (people.channel != channel) return false;
    if (!roles.empty() && !roles.contains(people.role)) return false;
    return groups.empty() || std::any_of(groups.begin(), groups.end(), [&](const std::string& group) {
             return people.groups.contains(group);
           });
  }

  std::string channel;
  std::set<std::string> roles, groups;
};

std::string audience_of(const std::string& item) {
  // Most items are for everyone, and a library has thousands.
  if (item.find("\"audience\"") == std::string::npos) return "";
  const Json audience = member(stored(item), "audience");
  return audience.is_object() ? audience.dump() : "";
}

}  // namespace

void record_offers(store::Transaction& tx, const std::string& channel,
                   const std::map<std::string, std::string>& content) {
  std::map<std::string, std::string> known;
  for (store::Offer& offer : tx.offers_on(channel)) known.emplace(offer.item, std::move(offer.audience));
  for (const auto& [id, item] : content) {
    const std::string audience = audience_of(item);
    const auto before = known.find(id);
    if (before == known.end() || before->second != audience) tx.put_offer({id, channel, audience});
  }
}

std::int64_t Reach::people(const std::string& item, const std::string& group) {
  const Reached& reached = of(item);
  return reached.groups.contains(group) ? reached.smallest_class : 0;
}

const Reach::Reached& Reach::of(const std::string& item) {
  const auto known = known_.find(item);
  return known != known_.end() ? known->second : known_.emplace(item, look_up(item)).first->second;
}

Reach::Reached Reach::look_up(const std::string& item) {
  std::vector<Audience> audiences;
  for (const store::Offer& offer : tx_.offers_of(item)) audiences.emplace_back(offer);
  std::vector<store::PeopleAlike> people;
  std::copy_if(everyone_.begin(), everyone_.end(), std::back_inserter(people), [&](const auto& alike) {
    return std::any_of(audiences.begin(), audiences.end(),
                       [&](const Audience& audience) { return audience.admits(alike); });
  });
  Reached reached;
  for (const store::PeopleAlike& alike : people) reached.people += alike.people;
  reached.groups = groups_to_show(people, k_);
  reached.smallest_class = smallest_class(people, reached.groups);
  return reached;
}

}  // namespace herold::app
