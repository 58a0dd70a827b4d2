// What has a form rather than a spelling in a draft: links, addresses, tags, emoji. Each in order, not
// overlapping.
#pragma once

#include <string_view>
#include <vector>

#include "text/range.h"

namespace herold::match {

using Ranges = std::vector<text::ByteRange>;

// http, https, and what begins with `www.`, without final punctuation or an unpaired closing bracket.
Ranges find_links(std::string_view draft);

// Not inside `links`.
Ranges find_emails(std::string_view draft, const Ranges& links);

// `#` with letters, marks, numbers and underscores, at least one letter; not inside `links`.
Ranges find_hashtags(std::string_view draft, const Ranges& links);

// The words of hashtags that are parted by `_` or by a capital behind a small letter: "#NewWork_Day" has
// three. Hashtags of one word have none.
Ranges words_joined_in(std::string_view draft, const Ranges& hashtags);

// `@name`, with inner full stops and hyphens, and over one `@server`; not inside what is `taken`.
Ranges find_mentions(std::string_view draft, const Ranges& taken);

// All ranges of both, each of which has them in order and without overlaps, in order; of overlapping ones the
// earlier, then the longer.
Ranges merge(const Ranges& first, const Ranges& second);

// Whether one of the ranges holds `offset`.
bool any_contains(const Ranges& ranges, std::uint32_t offset);

}  // namespace herold::match
