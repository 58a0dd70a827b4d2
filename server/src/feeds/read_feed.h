// Any document into a feed, or why it is none.
#pragma once

#include <string>
#include <string_view>

#include "feeds/entry.h"

namespace herold::feeds {

// Of bytes that came from `url`. What the document is shows in itself; `content_type` helps with the
// encoding, for it is wrong too often. Dates in the future count as `now`.
Reading read_feed(std::string_view bytes, std::string_view content_type, const std::string& url,
                  app::Seconds now);

}  // namespace herold::feeds
