#include "match/finders.h"
#include "match/number_pattern.h"
#include "match/pattern_set.h"

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

const PatternSet& patterns() {
  static const PatternSet set = [] {
    PatternSet made;
    const std::string before = blank_pattern() + "?" + number_pattern();
    for (const std::string& pattern : {
             R"(\b)" + std::string(codes) + before,
             R"(\b(?:(?:US|CA|AU|C|A)\$|[sS]?Fr\.))" + before,
             "[€$£¥]" + before,
             std::string(name_first),
             R"(\b)" + amount() + "(?:" + codes + "|" + names + R"(|zł|Kč)\b)",
             R"(\b)" + amount() + R"((?:[€£¥]|(?:US|CA|AU|C|A)?\$|[sS]?Fr\.))",
         })
      made.add(pattern, text::Case::exact);
    made.compile();
    return made;
  }();
  return set;
}

}  // namespace

std::vector<text::ByteRange> find_money(Draft& draft) { return ranges_of(patterns().scan(draft)); }

}  // namespace herold::match
