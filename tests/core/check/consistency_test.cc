#include "checking.h"

namespace herold::testing_check {
namespace {

constexpr auto variants =
    R"("kind": "consistency", "either": {"Grafik": "Graphik", "Home Office": "Homeoffice"})";

TEST(Consistency, FindsEveryUseOfTheVariantThatCameLater) {
  EXPECT_EQ(matches(variants, "Graphik, Grafik, Graphik, Grafik"), (Texts{"Grafik", "Grafik"}));
  EXPECT_EQ(matches(variants, "Grafik Grafik"), Texts{});
}

TEST(Consistency, DecidesPairByPair) {
  EXPECT_EQ(matches(variants, "Grafik Homeoffice Graphik Home Office"), (Texts{"Graphik", "Home Office"}));
}

TEST(Consistency, JoinedHashtagsDoNotCount) {
  constexpr auto joined = R"("kind": "consistency", "either": {"Home Office": "Heimarbeit"})";
  EXPECT_EQ(matches(joined, "#HomeOffice Heimarbeit"), Texts{});
  EXPECT_EQ(matches(variants, "Home Office #HomeOffice"), Texts{}) << "it is spelled like the other variant";
  EXPECT_EQ(matches(R"("kind": "consistency", "either": {"Homeoffice": "Home Office"})",
                    "Home Office #HomeOffice Homeoffice"),
            Texts{"Homeoffice"});
}

TEST(Consistency, TheFixIsTheFirstVariant) {
  const auto found = findings(guideline(variants), "Graphik, Grafik");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(after("Graphik, Grafik", found[0].fixes.at(0)), "Graphik, Graphik");
}

}  // namespace
}  // namespace herold::testing_check
