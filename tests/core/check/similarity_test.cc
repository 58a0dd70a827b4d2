#include "checking.h"

namespace herold::testing_check {
namespace {

CheckOptions with_captions(Texts captions) {
  CheckOptions options = german();
  options.captions = std::move(captions);
  return options;
}

constexpr auto half_alike = R"("kind": "similarity", "max": 0.5)";

TEST(Similarity, TheMostAlikeCaptionCounts) {
  const auto found = findings(guideline(half_alike), "Wir suchen neue Leute",
                              with_captions({"Etwas anderes hier drin", "WIR suchen neue Leute!"}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "m Wir suchen neue Leute||100|50");
}

TEST(Similarity, FindsOnlyAboveTheMaximum) {
  // Two of four triples are shared: 0.5.
  EXPECT_EQ(matches(half_alike, "a b c d e", with_captions({"b c d e f"})), Texts{});
  EXPECT_EQ(matches(half_alike, "a b c d e f", with_captions({"b c d e f"})), Texts{"a b c d e f"});
}

TEST(Similarity, FewWordsResembleNothing) {
  EXPECT_EQ(matches(half_alike, "Zwei Worte", with_captions({"Zwei Worte"})), Texts{});
  EXPECT_EQ(matches(half_alike, "Drei ganze Worte"), Texts{});
}

}  // namespace
}  // namespace herold::testing_check
