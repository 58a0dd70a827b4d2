// Which groups' figures may be shown, so that no combination of figures is about fewer than k people.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace herold::app {

// People in and out of the shown groups fall into classes: those in the very same shown groups. Sums and
// differences of figures are about unions of classes; so every class that is not empty must hold k people.
//   12 of 15 people in "sales", k = 10 → {}: the difference to the whole would be about 3 people.
//   12 of 30 people in "sales", k = 10 → {"sales"}
// `memberships`: the groups of each device that is in any; `people`: all devices.
std::set<std::string> groups_to_show(const std::vector<std::vector<std::string>>& memberships,
                                     std::int64_t people, std::int64_t k);

}  // namespace herold::app
