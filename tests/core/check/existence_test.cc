#include "checking.h"

namespace herold::testing_check {
namespace {

TEST(Existence, FindsTermsPatternsAndDetectorsTogether) {
  EXPECT_EQ(
      matches(
          R"("kind": "existence", "terms": ["Falke"], "patterns": ["\\bNF-[0-9]{2}\\b"], "detect": ["email"])",
          "Falke NF-12 a@b.example Falken"),
      (Texts{"Falke", "NF-12", "a@b.example"}));
}

TEST(Existence, TakesTheLeftmostThenTheLongest) {
  constexpr auto keys = R"("kind": "existence", "terms": ["New Work", "New Work Night", "Night Shift"])";
  EXPECT_EQ(matches(keys, "New Work Night Shift"), Texts{"New Work Night"});
  EXPECT_EQ(matches(keys, "Work Night Shift"), Texts{"Night Shift"});
}

TEST(Existence, ExceptionsCancelBeforeOverlapsAreResolved) {
  constexpr auto keys =
      R"("kind": "existence", "terms": ["New Work", "New Work Night"], "except": ["Night Club"])";
  EXPECT_EQ(matches(keys, "New Work Night Club"), Texts{"New Work"});
  EXPECT_EQ(matches(keys, "New Work Night"), Texts{"New Work Night"});
}

TEST(Existence, ExceptionsCancelDetectorsToo) {
  EXPECT_EQ(matches(R"("kind": "existence", "detect": ["email"], "except": ["jobs@a.example"])",
                    "jobs@a.example b@a.example"),
            Texts{"b@a.example"});
}

TEST(Existence, PatternsMayBeExceptions) {
  EXPECT_EQ(matches(R"("kind": "existence", "patterns": ["\\w+/\\w+"], "exceptPatterns": ["\\d+/\\d+"])",
                    "yes/no 1/2 and/or"),
            (Texts{"yes/no", "and/or"}));
  EXPECT_EQ(
      matches(R"("kind": "existence", "terms": ["falke"], "exceptPatterns": ["^falke"], "scope": "sentence")",
              "Falke hier. Falke dort, Falke da."),
      Texts{"Falke"})
      << "patterns see sentences, as those of the matcher do";
}

TEST(Existence, ReplacementsKeepCapitals) {
  constexpr auto keys = R"("kind": "existence", "terms": ["einzigartig"], "replace": ["wegweisend", "neu"])";
  const auto found = findings(guideline(keys), "Einzigartig, EINZIGARTIG, einzigartig");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "Wegweisend");
  EXPECT_EQ(found[1].fixes[1].edits[0].text, "NEU");
  EXPECT_EQ(found[2].fixes[0].edits[0].text, "wegweisend");
  EXPECT_EQ(found[2].fixes[0].title, "Durch «wegweisend» ersetzen");
  EXPECT_EQ(found[2].message, "m einzigartig|wegweisend||");
}

std::string removed(std::string_view draft) {
  const auto found = findings(guideline(R"("kind": "existence", "terms": ["quasi"], "remove": true)"), draft);
  return found.empty() ? "(nothing found)" : after(draft, found[0].fixes.at(0));
}

TEST(Existence, RemovalTakesOneWhiteSpaceRunWhereTwoWouldMeet) {
  EXPECT_EQ(removed("Das ist quasi gut."), "Das ist gut.");
  EXPECT_EQ(removed("(quasi) gut"), "() gut");
  EXPECT_EQ(removed("Das ist quasi."), "Das ist .");
  EXPECT_EQ(removed("So quasi\nneu"), "So\nneu");
  EXPECT_EQ(removed("So\nquasi neu"), "So\nneu");
  EXPECT_EQ(removed("So quasi\rneu"), "So\rneu");
  EXPECT_EQ(removed("So quasi\u2028neu"), "So\u2028neu");
}

TEST(Existence, RemovalLeavesNoWhiteSpaceAtTheDraftsEdges) {
  EXPECT_EQ(removed("Quasi neu"), "neu");
  EXPECT_EQ(removed("Quasi\n\nneu"), "neu");
  EXPECT_EQ(removed("Neu quasi"), "Neu");
  EXPECT_EQ(removed("Neu\r\nquasi"), "Neu");
  EXPECT_EQ(removed("quasi"), "");
}

TEST(Existence, NeverSplitsAGraphemeCluster) {
  EXPECT_EQ(matches(R"("kind": "existence", "detect": ["hashtag", "url", "email"])",
                    "#neu\u200D, https://a.example/b\u0336, a@b.example\U0001F3FD!"),
            (Texts{"#neu\u200D", "https://a.example/b\u0336", "a@b.example\U0001F3FD"}));
}

}  // namespace
}  // namespace herold::testing_check
