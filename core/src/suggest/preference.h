// What makes one fitting item better than another: the person, the editors, the day.
#pragma once

#include <string>
#include <vector>

#include "herold/suggest.h"

namespace herold::suggest {

/// The person's interests that the item serves, in the item's order.
std::vector<std::string> shared_interests(const ContentItem& item, const Profile& profile);

/// What is added to 1 for interests, priority and freshness.
double preference(const ContentItem& item, const SuggestOptions& options);

/// 1, or less for an item that has nothing in a language of the person.
double reach(const ContentItem& item, const Profile& profile);

/// Without a draft: how well an item serves the person's interests; 0 when it serves none.
double liking(const ContentItem& item, const SuggestOptions& options);

}  // namespace herold::suggest
