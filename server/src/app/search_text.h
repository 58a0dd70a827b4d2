// Texts as people look for them, and as lists are sorted by them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herold::app {

// Without letter case, accents and compatibility forms: "Zürich", "ZU\u0308RICH" and "zurich" are one; ß is
// ss. Of UTF-8.
std::string folded(std::string_view text);

// The folded words of a query, which are parted by blanks.
std::vector<std::string> folded_words(std::string_view query);

// Whether each word stands somewhere in the text; both are folded.
bool has_words(std::string_view text, const std::vector<std::string>& words);

}  // namespace herold::app
