// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/entry.h"

namespace herold::feeds {

// Whether it names a version of the format, as a feed's `version` does.
bool names_json_feed(std::string_view text);

// `utf8` comes from `url`. Nothing when the document is no feed, or no JSON.
std::optional<Feed> read_json_feed(const std::string& utf8, const std::string& url);

}  // namespace herold::feeds
