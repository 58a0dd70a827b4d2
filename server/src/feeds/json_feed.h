// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include <optional>
#include <string>

#include "feeds/entry.h"

namespace herold::feeds {

// `utf8` comes from `url`. Nothing when the document is no feed, or no JSON.
std::optional<Feed> read_json_feed(const std::string& utf8, const std::string& url);

}  // namespace herold::feeds
