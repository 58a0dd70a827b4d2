// RSS 0.9x, 1.0 and 2.0 (https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec)
// and Atom (RFC 4287), as written in the wild.
#pragma once

#include <optional>
#include <string>

#include "feeds/entry.h"

namespace herold::feeds {

// `utf8` comes from `url`. Nothing when the document is no feed.
std::optional<Feed> read_xml_feed(const std::string& utf8, const std::string& url);

}  // namespace herold::feeds
