// Texts and addresses out of other people's markup.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace herold::feeds {

// The words of HTML: no markup, no scripts, entities decoded, white space as single spaces, cut between words
// to at most `most` bytes (with an ellipsis).
std::string plain_text(std::string_view html, std::size_t most);

// As above, of text that holds no markup.
std::string tidy_text(std::string_view text, std::size_t most);

// The first picture in HTML, as written there; empty when there is none.
std::string first_image(std::string_view html);

// `reference` seen from `base`; empty when that is no http or https address, names a user, or is too long.
std::string absolute_url(std::string_view reference, const std::string& base);

// A tag that content may carry, as "de-CH" of "de_ch"; empty when it is none.
std::string language_tag(std::string_view text);

}  // namespace herold::feeds
