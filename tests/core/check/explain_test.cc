#include <gmock/gmock.h>

#include "checking.h"
#include "herold/explain.h"

namespace herold::testing_check {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

GuidelineExplanation explain(std::string_view keys, std::string_view draft,
                             const CheckOptions& options = german()) {
  const auto loaded = load_pack(pack_of(guideline(keys)), Audience::client);
  for (const Problem& problem : loaded->problems) ADD_FAILURE() << problem.pointer << ": " << problem.message;
  return loaded->checker->explain(draft, options, "g").value();
}

/// Each match as "part:by=match fate".
Texts matched(const GuidelineExplanation& explanation) {
  Texts texts;
  for (const MatchState& state : explanation.matches)
    texts.push_back((state.part.empty() ? "" : state.part + ":") + state.by + "=" + state.match + " " +
                    std::string(name(state.fate)));
  return texts;
}

TEST(Explain, KnowsOnlyGuidelinesOfThePack) {
  const auto loaded = load_pack(pack_of(""), Audience::client);
  EXPECT_FALSE(loaded->checker->explain("x", {}, "g"));
}

TEST(Explain, NamesTheTermThePatternAndTheDetectorOfEachMatch) {
  const auto explanation =
      explain(R"("kind": "existence", "terms": ["x", "Falke"], "patterns": ["NF-\\d+"], "detect": ["email"])",
              "Falke NF-12 a@b.example");
  EXPECT_THAT(matched(explanation),
              ElementsAre("Falke=Falke counts", "NF-\\d+=NF-12 counts", "email=a@b.example counts"));
  EXPECT_EQ(explanation.findings.size(), 3U);
  EXPECT_EQ(explanation.verdict, "It speaks of 3 places.");
}

TEST(Explain, TellsEachConditionThatDoesNotHold) {
  CheckOptions options = german();
  options.role = "spokesperson";
  options.at = parse_instant("2027-01-15T08:00:00+01:00");
  const auto explanation = explain(
      R"("kind": "existence", "terms": ["Falke"], "applies": {"languages": ["de", "en"], "notRoles": ["spokesperson"],
         "networks": ["linkedin", "x"], "until": "2027-01-15T08:00:00+01:00", "periods": [{"from": "2026-01-01T00:00:00Z"}]})",
      "Falke", options);
  EXPECT_FALSE(explanation.applies);
  Texts states;
  for (const ConditionState& state : explanation.conditions)
    states.push_back(state.condition + " " + state.wanted + " / " + state.given +
                     (state.holds ? " +" : " -"));
  EXPECT_THAT(states,
              ElementsAre("languages de, en / de +", "notRoles spokesperson / spokesperson -",
                          "networks linkedin, x /  -", "until 2027-01-15T07:00:00Z / 2027-01-15T07:00:00Z -",
                          "periods from 2026-01-01T00:00:00Z / 2027-01-15T07:00:00Z +"));
  EXPECT_EQ(explanation.verdict, "It does not apply to this draft: notRoles, networks, until do not hold.");
  EXPECT_THAT(matched(explanation), ElementsAre("Falke=Falke counts"));
  EXPECT_TRUE(explanation.findings.empty());
}

TEST(Explain, TellsWhatBecameOfMatchesThatDoNotCount) {
  EXPECT_THAT(
      matched(explain(R"("kind": "existence", "terms": ["New Work", "Work Night"], "except": ["Night Club"])",
                      "New Work Night, Work Night Club, Fireworks")),
      ElementsAre("New Work=New Work counts", "Work Night=Work Night overlapped",
                  "Work Night=Work Night excepted"));
  EXPECT_THAT(matched(explain(R"("kind": "existence", "terms": ["Falke"], "match": {"case": "exact"})",
                              "FALKE, Falken, Falke")),
              ElementsAre("Falke=FALKE other-case", "Falke=Falke inside-word", "Falke=Falke counts"));
}

TEST(Explain, TellsFormsAndJoinedHashtags) {
  const auto forms =
      explain(R"("kind": "existence", "terms": ["Streik"], "match": {"inflect": true})", "Streiks");
  ASSERT_EQ(forms.matches.size(), 1U);
  EXPECT_TRUE(forms.matches[0].is_form);
  EXPECT_TRUE(explain(R"("kind": "existence", "terms": ["New Work"])", "#NewWork").matches.at(0).joined);
}

TEST(Explain, TellsPartsOfAConditional) {
  const auto explanation = explain(
      R"("kind": "conditional", "if": {"terms": ["Gewinnspiel"]}, "then": {"terms": ["Werbung", "Anzeige"]})",
      "Anzeige: Gewinnspiel");
  EXPECT_THAT(matched(explanation),
              ElementsAre("then:Anzeige=Anzeige counts", "if:Gewinnspiel=Gewinnspiel spared"));
  EXPECT_EQ(explanation.verdict,
            "It applies, and what it looks for is there, but “Gewinnspiel” has “then” where it must be.");
  const auto late = explain(
      R"("kind": "conditional", "if": {"terms": ["Gewinnspiel"]}, "then": {"terms": ["Anzeige"]}, "where": "before")",
      "Gewinnspiel, Gewinnspiel: Anzeige");
  EXPECT_THAT(matched(late), ElementsAre("if:Gewinnspiel=Gewinnspiel counts",
                                         "if:Gewinnspiel=Gewinnspiel spared", "then:Anzeige=Anzeige spared"));
  EXPECT_EQ(late.matches[1].reason, "is not the first, which alone is told of");
  EXPECT_EQ(late.matches[2].reason, "stands where it does not count");
}

TEST(Explain, TellsWhyWhatCountsIsNotFound) {
  const auto reasons = [](std::string_view keys, std::string_view draft,
                          const CheckOptions& options = german()) {
    Texts told;
    for (const MatchState& state : explain(keys, draft, options).matches)
      told.push_back(state.match + " " +
                     (state.reason.empty() ? std::string(name(state.fate)) : state.reason));
    return told;
  };
  EXPECT_THAT(
      reasons(R"("kind": "capitalization", "terms": ["LinkedIn"])", "LinkedIn #linkedin Linkedin"),
      ElementsAre("LinkedIn is written as it should be",
                  "linkedin is part of a link, an address, a hashtag or a mention", "Linkedin counts"));
  EXPECT_THAT(reasons(R"("kind": "substitution", "swap": {"Web": "Web-Seite"})", "Web-Seite, Web"),
              ElementsAre("Web is part of its replacement already", "Web counts"));
  EXPECT_THAT(reasons(R"("kind": "consistency", "either": {"Graphik": "Grafik"})", "Graphik Grafik"),
              ElementsAre("Graphik is the spelling that the draft uses first", "Grafik counts"));
  EXPECT_THAT(
      reasons(
          R"("kind": "sequence", "first": {"terms": ["Gewinn"]}, "second": {"terms": ["5"]}, "within": 1)",
          "Gewinn von rund 5"),
      ElementsAre("Gewinn has no “second” of its own within 1 word in its paragraph",
                  "5 has no “first” of its own within 1 word in its paragraph"));
  CheckOptions options = german();
  options.ignore = {{"g", "falke"}};
  EXPECT_THAT(reasons(R"("kind": "existence", "terms": ["Falke"])", "Falke, FALKE", options),
              ElementsAre("Falke ignored", "FALKE ignored"));
  EXPECT_EQ(explain(R"("kind": "existence", "terms": ["Falke"])", "Falke, FALKE", options).verdict,
            "It applies, and what it looks for is there, but “Falke” is ignored.");
}

TEST(Explain, OfManyMatchesIsNoLongerThanTheDraft) {
  constexpr std::size_t times = 100'000;
  std::string draft;
  for (std::size_t i = 0; i < times; ++i) draft += "a ";
  const auto explanation =
      explain(R"("kind": "conditional", "if": {"terms": ["a"]}, "then": {"terms": ["b"]})", draft);
  ASSERT_EQ(explanation.matches.size(), times);
  EXPECT_EQ(explanation.matches.back().reason, "is not the first, which alone is told of");
}

TEST(Explain, TellsWhatIsWrongWithEachLink) {
  const auto explanation = explain(R"("kind": "link", "https": true, "denyDomains": ["evil.example."])",
                                   "http://a.example https://www.evil.example/x https://b.example");
  EXPECT_EQ(explanation.figures,
            "“http://a.example” is not https, “https://www.evil.example/x” leads to a denied domain, "
            "“https://b.example” is as it should be");
  EXPECT_EQ(explain(R"("kind": "link", "https": true)", "nichts").verdict,
            "It applies, and the draft keeps to it: there is no link.");
}

TEST(Explain, TellsFiguresAndBounds) {
  EXPECT_EQ(explain(R"("kind": "occurrence", "count": "hashtags", "min": 1, "max": 2)", "#a #b").figures,
            "counted 2; at least 1, at most 2");
  EXPECT_EQ(
      explain(R"("kind": "occurrence", "count": "words", "max": 4, "scope": "sentence")", "Eins. Zwei drei.")
          .figures,
      "counted 1, 2; at most 4");
  EXPECT_EQ(explain(R"("kind": "metric", "metric": "capitals", "max": 0.4)", "Ein Haus").figures,
            "measured 29; at most 40");
  EXPECT_EQ(explain(R"("kind": "similarity", "max": 0.5)", "Ein Haus").figures,
            "there are no captions to compare with");
}

TEST(Explain, TellsThatAGuidelineIsIgnored) {
  CheckOptions options = german();
  options.ignore = {{"g", std::nullopt}};
  EXPECT_EQ(explain(R"("kind": "existence", "terms": ["Falke"])", "Falke", options).verdict,
            "It is ignored as a whole.");
}

TEST(Explain, FindsTheSameAsACheck) {
  for (
      const std::string_view keys : {
          R"("kind": "substitution", "swap": {"Handy": "Mobiltelefon"}, "swapPatterns": {"(\\d+) Prozent": "$1 %"})",
          R"("kind": "capitalization", "terms": ["HydraLine"])",
          R"("kind": "repetition")",
          R"("kind": "consistency", "either": {"Graphik": "Grafik"}, "note": 1)",
          R"("kind": "sequence", "first": {"terms": ["Graphik"]}, "second": {"terms": ["Grafik"]})",
          R"("kind": "link", "https": true)",
      }) {
    constexpr auto draft = "Mein Handy, 5 Prozent, hydraline hydraline Graphik Grafik http://a.example";
    const auto explanation = explain(keys, draft);
    EXPECT_EQ(explanation.findings.size(), matches(keys, draft).size()) << keys;
    EXPECT_FALSE(explanation.findings.empty()) << keys;
  }
}

}  // namespace
}  // namespace herold::testing_check
