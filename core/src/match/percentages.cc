#include <algorithm>

#include "herold/ascii.h"
#include "match/digit_groups.h"
#include "match/finders.h"
#include "match/number_pattern.h"
#include "match/pattern_set.h"

namespace herold::match {
namespace {

const PatternSet& percentage_patterns() {
  static const PatternSet set = [] {
    PatternSet made;
    const std::string number = R"(\b)" + number_pattern() + blank_pattern() + "?";
    made.add(number + "[%％]", {});
    made.add(number + R"((?:prozents?|percent|per ?cento?|pour ?cent)\b)", {});
    made.compile();
    return made;
  }();
  return set;
}

// "5 %-Punkte" are percentage points, which are something else.
bool points_follow(std::string_view text) {
  if (!text.empty() && (text[0] == '-' || text[0] == ' ')) text.remove_prefix(1);
  return ascii::begins_with(text, "punkt") || ascii::begins_with(text, "point") ||
         ascii::begins_with(text, "punti");
}

}  // namespace

std::vector<text::ByteRange> find_percentages(Draft& draft) {
  if (next_digit(draft.text(), 0) == draft.size()) return {};
  std::vector<text::ByteRange> found = leftmost_longest(percentage_patterns().ranges(draft));
  found.erase(std::remove_if(found.begin(), found.end(),
                             [&](text::ByteRange range) {
                               // "50%20Rabatt" is encoded, as in a link that has lost its scheme.
                               return is_digit_at(draft.text(), range.end) ||
                                      points_follow(draft.text().substr(range.end));
                             }),
              found.end());
  return without_overlaps(found, draft.links());  // "?q=5%20a" is an encoded blank
}

}  // namespace herold::match
