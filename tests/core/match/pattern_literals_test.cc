#include "match/pattern_literals.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "match/pattern_set.h"

namespace herold::match {
namespace {

using testing::IsEmpty;
using testing::UnorderedElementsAre;
using text::Case;

std::vector<std::string> literals(std::string_view pattern) { return pattern_outline(pattern).literals; }

TEST(PatternLiterals, AreWhatEveryMatchHoldsOneOf) {
  EXPECT_THAT(literals(R"(ticket-42-\d{3,6})"), UnorderedElementsAre("ticket-42-"));
  EXPECT_THAT(literals("(?:intern|secret) Plan"), UnorderedElementsAre("intern plan", "secret plan"));
  EXPECT_THAT(literals("colou?r"), UnorderedElementsAre("colour", "color"));
  EXPECT_THAT(literals("(ab)+c"), UnorderedElementsAre("ab"));
  EXPECT_THAT(literals("(abc){2,}x"), UnorderedElementsAre("abc"));
  EXPECT_THAT(literals("Gr[oö]ßenwahn"), UnorderedElementsAre("enwahn"));
  EXPECT_THAT(literals(R"(\bKelvin\b)"), UnorderedElementsAre("kelvin"));
}

TEST(PatternLiterals, AreTheWordsOfALongList) {
  std::string list = "amber";
  for (char letter = 'b'; letter <= 'z'; ++letter)
    list += std::string("|") + letter + "mber|" + letter + "rick";
  EXPECT_EQ(literals("\\b(?:" + list + ")\\b").size(), 51u);
}

TEST(PatternLiterals, AreNoneWhereAMatchCanDoWithout) {
  for (const char* pattern :
       {R"(\d+)", "a", "(abc)*", "abc|", "(?:abc)?", "abc|\\d", "Ü", "a.b", "[[:^alpha:]]"})
    EXPECT_THAT(literals(pattern), IsEmpty()) << pattern;
}

TEST(PatternLiterals, SayWhetherRe2TakesThePatternAndHowLargeItMayBecome) {
  EXPECT_FALSE(pattern_outline("(ab").parses);
  EXPECT_TRUE(pattern_outline("ab").parses);
  EXPECT_LT(pattern_outline(R"(\w+@\w+\.\w{2,6})").instructions, 100'000u);
  EXPECT_GT(pattern_outline(R"((\w{100}){10})").instructions, 1'000'000u);
  EXPECT_GT(pattern_outline(std::string(200, '(') + std::string(200, ')')).instructions, 1'000'000u);
}

TEST(PatternLiterals, LeaveNoMatchOut) {
  // A second pattern that matches beside a draft's K sign makes every pattern run.
  rc::check([] {
    const auto piece =
        rc::gen::element<std::string>("a", "b", "ab", "K", "s", "ü", ".", "[ab]", "[^a]", "\\w", "\\b");
    const auto tail = rc::gen::element<std::string>("", "", "", "?", "*", "+", "{2}", "|", "(", ")");
    std::string pattern;
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) pattern += *piece + *tail;
    PatternSet set;
    if (!set.add(pattern, {}).pattern) RC_DISCARD("not a pattern");
    set.compile();
    const auto letters = rc::gen::element<std::string>("a", "b", "k", "S", "ü", " ", "ab");
    std::string text;
    for (int i = *rc::gen::inRange(0, 12); i > 0; --i) text += *letters;
    const std::string all_run = text + "\n\n\u212A";
    Draft filtered(text), unfiltered(all_run);
    const auto count = [&](Draft& draft) {
      std::size_t found = 0;
      for (const PatternHit& hit : set.scan(draft).all) found += hit.range.end <= text.size() ? 1 : 0;
      return found;
    };
    if (pattern.find('.') == std::string::npos && pattern.find('^') == std::string::npos)
      RC_ASSERT(count(filtered) == count(unfiltered));
  });
}

}  // namespace
}  // namespace herold::match
