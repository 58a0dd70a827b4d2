#include "app/group_privacy.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace herold::app {
namespace {

using Groups = std::set<std::string>;
using Sizes = std::map<std::string, std::int64_t>;
using Classes = std::map<Groups, std::int64_t>;

Sizes sizes_of(const std::vector<store::PeopleAlike>& people) {
  Sizes sizes;
  for (const auto& alike : people) {
    for (const std::string& group : alike.groups) sizes[group] += alike.people;
  }
  return sizes;
}

Classes classes_of(const std::vector<store::PeopleAlike>& people, const Groups& shown) {
  Classes classes;
  for (const auto& alike : people) {
    Groups among_shown;
    std::set_intersection(alike.groups.begin(), alike.groups.end(), shown.begin(), shown.end(),
                          std::inserter(among_shown, among_shown.end()));
    classes[among_shown] += alike.people;
  }
  return classes;
}

std::string smallest(const Groups& groups, const Sizes& sizes) {
  return *std::min_element(groups.begin(), groups.end(), [&](const std::string& a, const std::string& b) {
    return sizes.at(a) < sizes.at(b);
  });
}

}  // namespace

std::set<std::string> groups_to_show(const std::vector<store::PeopleAlike>& people, std::int64_t k) {
  const Sizes sizes = sizes_of(people);
  Groups shown;
  for (const auto& [group, size] : sizes) {
    if (size >= k) shown.insert(group);
  }
  while (!shown.empty()) {
    const Classes classes = classes_of(people, shown);
    const auto too_small =
        std::find_if(classes.begin(), classes.end(), [&](const auto& one) { return one.second < k; });
    if (too_small == classes.end()) return shown;
    const Groups& involved = too_small->first.empty() ? shown : too_small->first;
    shown.erase(smallest(involved, sizes));
  }
  return shown;
}

std::set<std::string> parts_to_show(const std::map<std::string, std::int64_t>& sizes, std::int64_t k) {
  std::vector<store::PeopleAlike> people;
  for (const auto& [part, size] : sizes)
    if (size > 0) people.push_back({"", "", {part}, size});
  return groups_to_show(people, k);
}

std::int64_t smallest_class(const std::vector<store::PeopleAlike>& people, const Groups& shown) {
  const Classes classes = classes_of(people, shown);
  const auto least = std::min_element(classes.begin(), classes.end(),
                                      [](const auto& a, const auto& b) { return a.second < b.second; });
  return least == classes.end() ? 0 : least->second;
}

}  // namespace herold::app
