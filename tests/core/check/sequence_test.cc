#include "checking.h"

namespace herold::testing_check {
namespace {

constexpr auto free_vouchers =
    R"("kind": "sequence", "first": {"terms": ["Gutschein"]}, "second": {"terms": ["gratis"]}, "within": 2)";

TEST(Sequence, ReachesInEitherDirection) {
  EXPECT_EQ(matches(free_vouchers, "Jetzt gratis deinen Gutschein holen"), Texts{"gratis deinen Gutschein"});
  EXPECT_EQ(matches(free_vouchers, "Gutschein ist heute gratis!"), Texts{"Gutschein ist heute gratis"});
  EXPECT_EQ(matches(free_vouchers, "Gutschein ist nur heute gratis!"), Texts{});
}

TEST(Sequence, CrossesSentencesButNotParagraphs) {
  EXPECT_EQ(matches(free_vouchers, "Ein Gutschein. Gratis."), Texts{"Gutschein. Gratis"});
  EXPECT_EQ(matches(free_vouchers, "Ein Gutschein\n\ngratis"), Texts{});
}

TEST(Sequence, PairsWithTheNearest) {
  EXPECT_EQ(matches(free_vouchers, "gratis ist ein Gutschein gratis"), Texts{"Gutschein gratis"});
}

TEST(Sequence, PairsWithWhatFewerSignsPart) {
  EXPECT_EQ(matches(free_vouchers, "Gutschein gratis, Gutschein gratis"),
            (Texts{"Gutschein gratis", "Gutschein gratis"}));
}

TEST(Sequence, OverlappingMatchesMakeNoPair) {
  constexpr auto overlapping =
      R"("kind": "sequence", "first": {"terms": ["Haus am See"]}, "second": {"terms": ["See"]})";
  EXPECT_EQ(matches(overlapping, "Haus am See"), Texts{});
  EXPECT_EQ(matches(overlapping, "Haus am See, See"), Texts{"Haus am See, See"});
}

}  // namespace
}  // namespace herold::testing_check
