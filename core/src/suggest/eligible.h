// Who may see an item, and when.
#pragma once

#include "herold/suggest.h"

namespace herold::suggest {

/// Dates, audience and network admit it, and the person has not shared it yet.
bool is_eligible(const ContentItem& item, const SuggestOptions& options);

/// Whether the item or one of its captions is in a language of the person.
bool speaks_to(const ContentItem& item, const Profile& profile);

/// Ids of the captions that fit the network, in the person's order of languages, those written for the
/// network first.
std::vector<std::string> captions_in_order(const ContentItem& item, const SuggestOptions& options);

}  // namespace herold::suggest
