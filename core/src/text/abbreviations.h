// Full stops that do not end a sentence.
#pragma once

#include <string_view>

namespace herold::text {

// Whether `text`, which has no white space at its end, ends with a usual abbreviation of German, English,
// French or Italian and its full stop: "… z. B.", "… Dr.", "… J."
// `next` is the first letter or sign after it.
bool ends_with_abbreviation(std::string_view text, char32_t next);

// Whether it ends with a German ordinal: one to three digits and a full stop, as in "am 14."
bool ends_with_ordinal(std::string_view text);

}  // namespace herold::text
