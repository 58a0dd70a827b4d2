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
  EXPECT_EQ(removed("So quasi\nneu"), "So\nneu");
  EXPECT_EQ(removed("So\nquasi neu"), "So\nneu");
  EXPECT_EQ(removed("So quasi\rneu"), "So\rneu");
  EXPECT_EQ(removed("So quasi\u2028neu"), "So\u2028neu");
  EXPECT_EQ(removed("C'est quasi !"), "C'est !");
}

TEST(Existence, RemovalLeavesNoWhiteSpaceAtTheDraftsEdges) {
  EXPECT_EQ(removed("quasi neu"), "neu");
  EXPECT_EQ(removed("quasi\n\nneu"), "neu");
  EXPECT_EQ(removed("Neu quasi"), "Neu");
  EXPECT_EQ(removed("Neu\r\nquasi"), "Neu");
  EXPECT_EQ(removed("quasi"), "");
}

TEST(Existence, RemovalLeavesNoWhiteSpaceBesidePunctuation) {
  EXPECT_EQ(removed("Das ist quasi."), "Das ist.");
  EXPECT_EQ(removed("ein quasi, guter Tag"), "ein, guter Tag");
  EXPECT_EQ(removed("Ist das quasi?!"), "Ist das?!");
  EXPECT_EQ(removed("So (gut quasi) und (quasi gut)"), "So (gut) und (quasi gut)");
  EXPECT_EQ(removed("So (quasi gut)"), "So (gut)");
  EXPECT_EQ(removed("So \"quasi gut\""), "So \"gut\"");
  EXPECT_EQ(removed("Nach quasi.ch"), "Nach .ch") << "a full stop within an address ends nothing";
}

TEST(Existence, RemovalTakesSignsAlongThatAreNothingWithoutIt) {
  EXPECT_EQ(removed("Das ist (quasi) gut."), "Das ist gut.");
  EXPECT_EQ(removed("Das ist \"quasi\" gut."), "Das ist gut.");
  EXPECT_EQ(removed("Gut, quasi, und neu"), "Gut, und neu");
  EXPECT_EQ(removed("Gut, quasi."), "Gut.");
  EXPECT_EQ(removed("Gut, quasi"), "Gut");
  EXPECT_EQ(removed("Gut, quasi neu"), "Gut, neu");
}

TEST(Existence, RemovalLeavesASentenceThatBeginsLikeOne) {
  EXPECT_EQ(removed("Quasi neu"), "Neu");
  EXPECT_EQ(removed("Alt. Quasi, neu ist gut."), "Alt. Neu ist gut.");
  EXPECT_EQ(removed("Alt. Quasi! Neu."), "Alt. Neu.");
  EXPECT_EQ(removed("Alt\nQuasi neu"), "Alt\nNeu");
  EXPECT_EQ(removed("Das Quasi neu"), "Das neu");
}

TEST(Existence, TheCapitalOfASentenceIsAWholeCluster) {
  const auto found =
      findings(guideline(R"("kind": "existence", "terms": ["quasi"], "remove": true)"), "Quasi e\u0301cole");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].fixes[0].edits[0].text, "E\u0301");
  EXPECT_EQ(found[0].fixes[0].edits[0].range.end, 8U);
}

TEST(Existence, NeverSplitsAGraphemeCluster) {
  EXPECT_EQ(matches(R"("kind": "existence", "detect": ["hashtag", "url", "email"])",
                    "#neu\u200D, https://a.example/b\u0336, a@b.example\U0001F3FD!"),
            (Texts{"#neu\u200D", "https://a.example/b\u0336", "a@b.example\U0001F3FD"}));
}

}  // namespace
}  // namespace herold::testing_check
