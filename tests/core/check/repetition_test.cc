#include "checking.h"

namespace herold::testing_check {
namespace {

TEST(Repetition, FindsTheSecondOfTwoEqualNeighbours) {
  constexpr auto keys = R"("kind": "repetition", "except": ["so"])";
  EXPECT_EQ(matches(keys, "Die die Berge"), Texts{"die"});
  EXPECT_EQ(matches(keys, "die\ndie"), Texts{"die"});
  EXPECT_EQ(matches(keys, "die die die"), (Texts{"die", "die"}));
  EXPECT_EQ(matches(keys, "Straße STRASSE"), Texts{"STRASSE"});
  EXPECT_EQ(matches(keys, "so so"), Texts{});
  EXPECT_EQ(matches(keys, "die\u200B \u200Bdie"), Texts{"die"});  // what does not show makes no difference
}

TEST(Repetition, LeavesNumbersParagraphsPunctuationAndTags) {
  constexpr auto keys = R"("kind": "repetition")";
  EXPECT_EQ(matches(keys, "10 10"), Texts{});
  EXPECT_EQ(matches(keys, "die\n\ndie"), Texts{});
  EXPECT_EQ(matches(keys, "die, die"), Texts{});
  EXPECT_EQ(matches(keys, "Baden-Baden"), Texts{});
  EXPECT_EQ(matches(keys, "#neu #neu @ana @ana https://a.example/a a"), Texts{});
}

TEST(Repetition, TheFixTakesTheGapAlong) {
  const auto found = findings(guideline(R"("kind": "repetition")"), "Das ist ist.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(after("Das ist ist.", found[0].fixes.at(0)), "Das ist.");
}

}  // namespace
}  // namespace herold::testing_check
