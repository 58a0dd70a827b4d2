#include <optional>

#include "match/digit_groups.h"
#include "match/finders.h"
#include "match/number_pattern.h"
#include "match/pattern_set.h"
#include "match/shapes.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace herold::match {
namespace {

constexpr const char* codes = "(?:CHF|EUR|USD|GBP|JPY|CNY|CAD|AUD|SEK|NOK|DKK|PLN|CZK)";
// "Pfund" alone is a weight.
constexpr const char* names =
    "(?i:(?:schweizer |swiss )?(?:franken|francs?(?: suisses?)?|franchi(?: "
    "svizzeri)?|franco)|euros?|(?:us-)?dollars?|dollar[io]|pfund "
    "sterling|pounds?(?: sterling)?"
    "|livres? "
    "sterling|sterlin[ae]|yens?|yuans?|renminbi|kronen?|kron[eo]r|couronnes?|corone|crowns?|z[lł]oty(?:s|ch)?"
    ")";
constexpr const char* magnitudes =
    "(?i:(?:mio|mrd|mia|tsd)\\.?|million(?:en|s)?|milliarden?|tausend|thousand|billions?|bn|mn|m|k|mille|"
    "milliards?|milion[ei]|miliard[oi]"
    "|mila)";
constexpr const char* of = "(?i:de |d['’]|di )?";

// "Euro 500", but not "Euro 6", "Euro 2028" and "the euro 20 years on".
constexpr const char* name_first = R"(\b(?i:euros?|franken|francs|franchi|dollars?|dollari)[ \x{A0}\x{202F}])"
                                   R"((?:[0-9]{1,3}(?:['’.,][0-9]{3})+(?:[.,][0-9]+)?|[0-9]+[.,][0-9]{2}|)"
                                   R"([0-9]{3}|1[0-8][0-9]{2}|2[1-9][0-9]{2}|[3-9][0-9]{3}|[0-9]{5,})\b)";

// Number, dash for missing cents, magnitude: what stands before a currency.
std::string amount() {
  const std::string blank = blank_pattern() + "?";
  return number_pattern() + R"((?:\.?[–—-]+)?)" + blank + "(?:" + magnitudes + blank + of + ")?";
}

const PatternSet& money_patterns() {
  static const PatternSet set = [] {
    PatternSet made;
    const std::string before = blank_pattern() + "?" + number_pattern();
    for (const std::string& pattern : {
             R"(\b)" + std::string(codes) + before,
             R"(\b(?:(?:US-?|CA|AU|C|A)\$|[sS]?Fr\.))" + before,
             "[€$£¥]" + before,
             std::string(name_first),
             R"(\b)" + amount() + "(?:" + codes + "|" + names + R"(|zł|Kč)\b)",
             R"(\b)" + amount() + R"((?:[€£¥]|(?:US-?|CA|AU|C|A)?\$|[sS]?Fr\.))",
         })
      made.add(pattern, {.letter_case = text::Case::exact});
    made.compile();
    return made;
  }();
  return set;
}

// "Fr. 12. Mai", "Fr. 12.5.", "Fr. 18:30", "Mo.–Fr. 8 bis 17 Uhr": Fridays.
const PatternSet& friday_patterns() {
  static const PatternSet set = [] {
    PatternSet made;
    made.add(
        R"(\bFr\.[ \x{A0}]?[0-9]{1,2}(?:\.[ \x{A0}]?(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)|)"
        R"(\.[0-9]\.|\.[0-9]{2}\.[0-9,]|:[0-9]|)"
        R"((?:\.[0-9]{2})?(?: ?(?:bis|–|-) ?[0-9]{1,2}(?:[.:][0-9]{2})?)?[ \x{A0}]?(?:Uhr|h)\b))",
        {.letter_case = text::Case::exact});
    made.compile();
    return made;
  }();
  return set;
}

bool begins_with_year(std::string_view text) {
  const std::string_view century = text.substr(0, 2);
  return (century == "19" || century == "20") && is_digit_at(text, 2) && is_digit_at(text, 3) &&
         text.substr(4, 1) == " ";
}

// The blank of a number that has but one.
std::optional<text::ByteRange> only_blank_of(std::string_view draft, text::ByteRange number) {
  std::optional<text::ByteRange> only;
  for (std::uint32_t at = number.start; at < number.end;) {
    const text::CodePoint point = text::decode(draft, at);
    const std::uint32_t end = at + point.size;
    if (text::is_white_space(point.value)) {
      if (only) return std::nullopt;
      only = {at, end};
    }
    at = end;
  }
  return only;
}

// "CHF 80 2026" is no 80,202 francs: where the digits go on, the last group is none.
std::uint32_t end_of_amount(std::string_view text, std::uint32_t end) {
  if (!is_digit_at(text, end)) return end;
  while (is_digit_at(text, end - 1)) --end;
  return end - text::decode_before(text, end).size;
}

}  // namespace

std::vector<text::ByteRange> find_money(Draft& draft) {
  std::vector<text::ByteRange> found;
  if (next_digit(draft.text(), 0) == draft.size()) return found;
  const std::vector<text::ByteRange> all = money_patterns().ranges(draft);
  std::optional<Ranges> fridays;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const text::ByteRange range = all[i];
    if (!found.empty() && range.start < found.back().end) continue;
    if (range.of(draft.text()).starts_with("Fr.")) {
      if (!fridays) fridays = friday_patterns().ranges(draft);
      if (any_contains(*fridays, range.start)) continue;
    }
    // "In 2025 CHF 500" is five hundred francs.
    const bool another_inside = i + 1 < all.size() && all[i + 1].start < range.end;
    if (another_inside && begins_with_year(range.of(draft.text()))) continue;
    // "CHF 500 500 CHF" is twice five hundred francs.
    if (another_inside && is_digit_at(draft.text(), all[i + 1].start)) {
      if (const auto blank = only_blank_of(draft.text(), {all[i + 1].start, range.end})) {
        found.push_back({range.start, blank->start});
        found.push_back({blank->end, all[i + 1].end});
        continue;
      }
    }
    found.push_back({range.start, end_of_amount(draft.text(), range.end)});
  }
  return found;
}

}  // namespace herold::match
