// A term that is hidden by any trick, or any combination of them, is found, and the range covers exactly what
// a person sees of it.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <string>

#include "../disguises.h"
#include "match/literal_set.h"
#include "ranges.h"

namespace herold::match {
namespace {

using testing_text::Disguise;
using testing_text::disguised;
using testing_text::disguises;

const std::vector<std::string> terms{"Falke",       "Projekt Falke", "Übergröße",
                                     "Küche & Bad", "Café-Projekt",  "bx3"};

std::string seen(std::string_view term, std::string_view draft) {
  LiteralSet set;
  set.add(term, {});
  set.compile();
  Draft text(draft);
  std::string found;
  for (const LiteralHit& hit : set.scan(text)) found += "[" + std::string(hit.range.of(draft)) + "]";
  return found;
}

TEST(Disguise, KeycapsOverLettersAreReadThrough) {
  EXPECT_EQ(seen("Falke", "F\u20E3a\u20E3l\u20E3k\u20E3e\u20E3!"), "[F\u20E3a\u20E3l\u20E3k\u20E3e\u20E3]");
  EXPECT_EQ(seen("bx3", "bx3\u20E3"), "") << "a keycap of a digit is an emoji";
}

TEST(Disguise, EveryApostropheEndsAWord) {
  for (const std::string apostrophe : {"'", "\u2019", "\u02BC"})
    EXPECT_EQ(seen("Falke", "d" + apostrophe + "Falke, Falke" + apostrophe + "s"), "[Falke][Falke]")
        << apostrophe;
}

/// What stands after the last letter without being seen belongs to the range only as part of its cluster.
std::string_view without_hidden_end(std::string_view text) {
  Draft draft(text);
  std::uint32_t end = draft.size();
  while (end > 0) {
    const std::uint32_t start = draft.graphemes().floor(end - 1);
    if (!text::folded_term(text.substr(start, end - start), text::Case::fold).empty()) break;
    end = start;
  }
  std::uint32_t start = 0;
  while (start < end) {
    const std::uint32_t next = draft.graphemes().next(start);
    if (!text::folded_term(text.substr(start, next - start), text::Case::fold).empty()) break;
    start = next;
  }
  return text.substr(start, end - start);
}

TEST(Disguises, EachIsSeenThrough) {
  for (const Disguise& disguise : disguises()) {
    for (const std::string& term : terms) {
      const std::string hidden = disguised(term, {disguise});
      EXPECT_EQ(seen(term, "Wir: " + hidden + "."), "[" + std::string(without_hidden_end(hidden)) + "]")
          << disguise.name << " of " << term << ": " << hidden;
    }
  }
}

TEST(Disguises, AStruckTextIsReadWithItsGaps) {
  EXPECT_EQ(seen("Projekt Falke", "P̶r̶o̶j̶e̶k̶t̶ ̶F̶a̶l̶k̶e̶!̶"), "[P̶r̶o̶j̶e̶k̶t̶ ̶F̶a̶l̶k̶e̶]");
  EXPECT_EQ(seen("Falke", "F\u20DDalke, F\u0332a\u0332l\u0332k\u0332e\u0332"),
            "[F\u20DDalke][F\u0332a\u0332l\u0332k\u0332e\u0332]");
  EXPECT_EQ(seen("a = b", "a ≠ b, a =\u0338 b"), "");
  EXPECT_EQ(seen("Falke", "Fa\u0301lke"), "");
}

TEST(Disguises, AllCombinationsAreSeenThrough) {
  EXPECT_TRUE(rc::check([] {
    const auto term = *rc::gen::elementOf(terms);
    const auto chosen = *rc::gen::container<std::vector<std::size_t>>(
        term.size(), rc::gen::inRange<std::size_t>(0, disguises().size()));
    std::vector<Disguise> by_letter;
    for (const std::size_t number : chosen) by_letter.push_back(disguises()[number]);
    const std::string hidden = disguised(term, by_letter);
    RC_LOG() << hidden;
    RC_ASSERT(seen(term, "Wir: " + hidden + ".") == "[" + std::string(without_hidden_end(hidden)) + "]");
  }));
}

}  // namespace
}  // namespace herold::match
