#include "app/group_privacy.h"

#include <algorithm>
#include <map>

namespace herold::app {
namespace {

using Groups = std::set<std::string>;
using Sizes = std::map<std::string, std::int64_t>;

Sizes sizes_of(const std::vector<std::vector<std::string>>& memberships) {
  Sizes sizes;
  for (const auto& groups : memberships) {
    for (const std::string& group : groups) ++sizes[group];
  }
  return sizes;
}

std::map<Groups, std::int64_t> classes_of(const std::vector<std::vector<std::string>>& memberships,
                                          std::int64_t people, const Groups& shown) {
  std::map<Groups, std::int64_t> classes;
  for (const auto& groups : memberships) {
    Groups of_person;
    for (const std::string& group : groups) {
      if (shown.contains(group)) of_person.insert(group);
    }
    ++classes[of_person];
  }
  const std::int64_t in_no_group = people - static_cast<std::int64_t>(memberships.size());
  if (in_no_group > 0) classes[{}] += in_no_group;
  return classes;
}

std::string smallest(const Groups& groups, const Sizes& sizes) {
  return *std::min_element(groups.begin(), groups.end(), [&](const std::string& a, const std::string& b) {
    return sizes.at(a) < sizes.at(b);
  });
}

}  // namespace

std::set<std::string> groups_to_show(const std::vector<std::vector<std::string>>& memberships,
                                     std::int64_t people, std::int64_t k) {
  const Sizes sizes = sizes_of(memberships);
  Groups shown;
  for (const auto& [group, size] : sizes) {
    if (size >= k) shown.insert(group);
  }
  while (!shown.empty()) {
    const auto classes = classes_of(memberships, people, shown);
    const auto too_small =
        std::find_if(classes.begin(), classes.end(), [&](const auto& one) { return one.second < k; });
    if (too_small == classes.end()) return shown;
    const Groups& involved = too_small->first.empty() ? shown : too_small->first;
    shown.erase(smallest(involved, sizes));
  }
  return shown;
}

}  // namespace herold::app
