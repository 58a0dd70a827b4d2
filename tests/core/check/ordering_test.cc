#include "checking.h"

namespace herold::testing_check {
namespace {

TEST(Ordering, ByStartThenErrorFirstThenIdThenEnd) {
  const auto found = findings(
      R"({"id": "b", "kind": "existence", "message": "m", "terms": ["x y"], "severity": "suggestion"},
         {"id": "c", "kind": "existence", "message": "m", "terms": ["x"], "severity": "error"},
         {"id": "a", "kind": "existence", "message": "m", "terms": ["x y"], "severity": "suggestion"},
         {"id": "d", "kind": "existence", "message": "m", "terms": ["w"], "severity": "suggestion"})",
      "w x y");
  std::string order;
  for (const Finding& finding : found) order += finding.guideline;
  EXPECT_EQ(order, "dcab");
}

TEST(Ordering, PositionsAreUtf16CodeUnits) {
  const auto found = findings(guideline(R"("kind": "existence", "terms": ["Übergabe"])"), "🎉 Übergabe");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].range, (Range{3, 11}));
}

TEST(Ordering, TheFlatFormSaysTheSame) {
  const auto loaded = load_pack(
      pack_of(guideline(R"("kind": "existence", "terms": ["x"], "severity": "error")")), Audience::client);
  FlatReport flat;
  loaded->checker->find("a x", german(), flat);
  loaded->checker->find("a x x", german(), flat);
  ASSERT_EQ(flat.findings().size(), 2U);
  EXPECT_EQ(flat.findings()[1].guideline, 0U);
  EXPECT_EQ(flat.findings()[1].severity, 2U);
  EXPECT_EQ(flat.findings()[1].start, 4U);
  EXPECT_EQ(flat.findings()[1].end, 5U);
  EXPECT_EQ(loaded->checker->describe("a x x", german(), flat).findings.size(), 2U);
}

TEST(Ignored, WholeGuidelinesOrOneTextAfterFolding) {
  CheckOptions options = german();
  options.ignore = {{"g", std::nullopt}};
  EXPECT_EQ(matches(R"("kind": "existence", "terms": ["x"])", "x", options), Texts{});
  options.ignore = {{"g", "STRASSE"}, {"other", "y"}};
  EXPECT_EQ(matches(R"("kind": "existence", "terms": ["Straße", "y"])", "Straße y", options), Texts{"y"});
}

TEST(Language, AutoTellsTheOneFoundOrTheDefault) {
  const auto loaded = load_pack(pack_of(""), Audience::client);
  CheckOptions options;
  EXPECT_EQ(loaded->checker->check("This is what we have been talking about all the time.", options).language,
            "en");
  EXPECT_EQ(loaded->checker->check("🎉", options).language, "de");
  options.language = "de-ch";
  EXPECT_EQ(loaded->checker->check("This is English.", options).language, "de-ch");
}

}  // namespace
}  // namespace herold::testing_check
