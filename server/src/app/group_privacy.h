// Which groups' figures may be shown, so that no combination of figures is about fewer than k people.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "store/records.h"

namespace herold::app {

// People in and out of the shown groups fall into classes: those in the very same shown groups. Sums and
// differences of figures are about unions of classes; so every class that is not empty must hold k people.
//   12 of 15 people in "sales", k = 10 → {}: the difference to the whole would be about 3 people.
//   12 of 30 people in "sales", k = 10 → {"sales"}
std::set<std::string> groups_to_show(const std::vector<store::PeopleAlike>& people, std::int64_t k);

// Of parts that share nobody, such as channels: those whose sizes may be shown beside the size of the whole.
//   6 people on "pilot", 100 on "everyone", k = 10 → {}: the difference to the whole would be about 6 people.
std::set<std::string> parts_to_show(const std::map<std::string, std::int64_t>& sizes, std::int64_t k);

// How many people the smallest of those classes holds; 0 when there is nobody.
std::int64_t smallest_class(const std::vector<store::PeopleAlike>& people,
                            const std::set<std::string>& shown);

}  // namespace herold::app
