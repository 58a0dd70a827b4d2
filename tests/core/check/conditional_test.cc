#include "checking.h"

namespace herold::testing_check {
namespace {

std::string conditional(std::string_view where, std::string_view more = "") {
  return R"("kind": "conditional", "if": {"terms": ["Gewinnspiel"]}, "then": {"terms": ["Werbung"]}, "where": ")" +
         std::string(where) + "\"" + std::string(more);
}

TEST(Conditional, IsSilentWithoutTheCondition) {
  EXPECT_EQ(matches(conditional("anywhere"), "Werbung"), Texts{});
}

TEST(Conditional, OnlyTheFirstConditionCounts) {
  EXPECT_EQ(matches(conditional("anywhere"), "Gewinnspiel, Gewinnspiel"), Texts{"Gewinnspiel"});
  EXPECT_EQ(matches(conditional("before"), "Gewinnspiel Werbung Gewinnspiel"), Texts{"Gewinnspiel"});
}

TEST(Conditional, LooksWhereItMust) {
  EXPECT_EQ(matches(conditional("before"), "Werbung: Gewinnspiel"), Texts{});
  EXPECT_EQ(matches(conditional("after"), "Werbung: Gewinnspiel"), Texts{"Gewinnspiel"});
  EXPECT_EQ(matches(conditional("after"), "Gewinnspiel, Werbung"), Texts{});
  EXPECT_EQ(matches(conditional("same-sentence"), "Gewinnspiel. Werbung."), Texts{"Gewinnspiel"});
  EXPECT_EQ(matches(conditional("same-sentence"), "Ja. Gewinnspiel ist Werbung."), Texts{});
}

TEST(Conditional, SameTextAsksForEachCondition) {
  constexpr auto keys =
      R"json("kind": "conditional", "if": {"patterns": ["\\b[A-Z]{3}\\b"], "match": {"case": "exact"}},
         "then": {"patterns": ["\\w+ \\(([A-Z]{3})\\)"], "terms": ["DSG"], "match": {"case": "exact"}},
         "where": "same-text")json";
  EXPECT_EQ(matches(keys, "ABC und XYZ, ABC."), (Texts{"ABC", "XYZ", "ABC"}));
  EXPECT_EQ(matches(keys, "Das Alphabet (ABC), ABC, XYZ und DSG."), Texts{"XYZ"});
}

TEST(Conditional, InTheOpeningItMustEndThere) {
  const std::string filler(193, ' ');
  EXPECT_EQ(matches(conditional("opening"), filler + "Werbung Gewinnspiel"), Texts{});
  EXPECT_EQ(matches(conditional("opening"), filler + " Werbung Gewinnspiel"), Texts{"Gewinnspiel"});
}

TEST(Conditional, TheConsequenceMayOverlapTheConditionExceptBeforeAndAfter) {
  constexpr auto keys =
      R"("kind": "conditional", "if": {"terms": ["Anzeige von"]}, "then": {"terms": ["Anzeige"]})";
  EXPECT_EQ(matches(keys, "Anzeige von uns"), Texts{});
  EXPECT_EQ(matches(std::string(keys) + R"(, "where": "before")", "Anzeige von uns"), Texts{"Anzeige von"});
}

TEST(Conditional, InsertsInTheLanguageOfTheDraft) {
  constexpr auto insert = R"(, "insert": {"text": {"de": "Werbung: ", "en": "Ad: "}, "at": "start"})";
  CheckOptions options;
  options.language = "en-GB";
  const auto found = findings(guideline(conditional("anywhere", insert)), "Gewinnspiel", options);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(after("Gewinnspiel", found[0].fixes.at(0)), "Ad: Gewinnspiel");
}

}  // namespace
}  // namespace herold::testing_check
