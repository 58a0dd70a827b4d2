#include "checking.h"

namespace herold::testing_check {
namespace {

TEST(Substitution, LeavesWhatIsAlreadyReplaced) {
  constexpr auto keys =
      R"("kind": "substitution", "swap": {"Kunden": "Kundinnen und Kunden", "internet": "Internet"})";
  EXPECT_EQ(matches(keys, "Kundinnen und Kunden, Kunden"), Texts{"Kunden"});
  EXPECT_EQ(matches(keys, "Internet, internet"), Texts{"internet"});
  EXPECT_EQ(matches(keys, "kundinnen und Kunden"), Texts{"Kunden"});
}

TEST(Substitution, OffersOneFixForEachReplacement) {
  const auto found = findings(
      guideline(R"("kind": "substitution", "swap": {"Meeting": ["Sitzung", "Treffen"]})"), "Das Meeting");
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].fixes.size(), 2U);
  EXPECT_EQ(after("Das Meeting", found[0].fixes[1]), "Das Treffen");
  EXPECT_EQ(found[0].message, "m Meeting|Sitzung||");
}

TEST(Substitution, KeepsCapitalsUnlessTheTermItselfIsInCapitals) {
  constexpr auto keys =
      R"("kind": "substitution", "swap": {"asap": "so bald wie möglich", "EDV": "Informatik"})";
  const auto found = findings(guideline(keys), "ASAP, asap, EDV");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "SO BALD WIE MÖGLICH");
  EXPECT_EQ(found[1].fixes[0].edits[0].text, "so bald wie möglich");
  EXPECT_EQ(found[2].fixes[0].edits[0].text, "Informatik");
}

TEST(Substitution, TakesACapitalBehindADigitForNoInitialOne) {
  constexpr auto keys =
      R"json("kind": "substitution", "swap": {"3D-Druck": "additive Fertigung"}, "swapPatterns": {"#Meeting": "#treffen"})json";
  const auto found = findings(guideline(keys), "Der 3D-Druck, das #Meeting");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "additive Fertigung");
  EXPECT_EQ(found[1].fixes[0].edits[0].text, "#Treffen");
}

TEST(Substitution, ChangesCapitalsWhereTheyAreAllThatDiffers) {
  const auto written = [](std::string_view keys, std::string_view draft) {
    Texts texts;
    for (const Finding& finding : findings(guideline(keys), draft))
      texts.push_back(finding.fixes.at(0).edits.at(0).text);
    return texts;
  };
  EXPECT_EQ(written(R"("kind": "substitution", "swap": {"internet": "Internet"})", "INTERNET, internet"),
            (Texts{"Internet", "Internet"}));
  EXPECT_EQ(
      written(R"("kind": "substitution", "swap": {"Email": "email"}, "match": {"case": "exact"})", "Email"),
      Texts{"email"});
}

TEST(Substitution, FillsGroupsIntoReplacementsOfPatterns) {
  constexpr auto keys =
      R"json("kind": "substitution", "swapPatterns": {"([0-9]+) ?EUR(O)?": "$1 Euro$2 ($$)"})json";
  const auto found = findings(guideline(keys), "12 EUR");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "12 Euro ($)");
}

TEST(Substitution, ResolvesTermsAndPatternsTogether) {
  constexpr auto keys =
      R"("kind": "substitution", "swap": {"Kick": "Tritt"}, "swapPatterns": {"Kick[- ]?off": "Auftakt"})";
  EXPECT_EQ(matches(keys, "Kick off, Kick"), (Texts{"Kick off", "Kick"}));
}

}  // namespace
}  // namespace herold::testing_check
