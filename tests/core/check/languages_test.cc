#include "checking.h"

namespace herold::testing_check {
namespace {

constexpr std::string_view in_german =
    "Wir freuen uns, dass ihr alle dabei wart, und das ist auch gut so: super Synergien.";
constexpr std::string_view in_english = "We are happy about all of our super synergies.";

std::string in_both() { return std::string(in_german) + " Danke!\n\n" + std::string(in_english); }

constexpr auto guidelines =
    R"({"id": "d", "kind": "existence", "message": "m", "terms": ["super"], "applies": {"languages": ["de"]}},
       {"id": "e", "kind": "existence", "message": "m", "terms": ["super"], "applies": {"languages": ["en"]}},
       {"id": "f", "kind": "existence", "message": "m", "terms": ["super"], "applies": {"notLanguages": ["de"]}},
       {"id": "x", "kind": "existence", "message": "m", "terms": ["super"]},
       {"id": "y", "kind": "existence", "message": "m", "terms": ["super"], "applies": {"languages": ["fr"]}})";

Texts found(const std::string& draft, const CheckOptions& options) {
  Texts texts;
  for (const Finding& finding : findings(guidelines, draft, options))
    texts.push_back(finding.guideline + " " + std::to_string(finding.range.start));
  return texts;
}

TEST(Languages, InAMixedDraftEachParagraphGoesByItsOwn) {
  const auto first = std::to_string(in_german.find("super"));
  const auto second = std::to_string(in_german.size() + 9 + in_english.find("super"));
  EXPECT_EQ(found(in_both(), {}),
            (Texts{"d " + first, "x " + first, "e " + second, "f " + second, "x " + second}));
}

TEST(Languages, AGivenLanguageIsThatOfTheWholeDraft) {
  const auto first = std::to_string(in_german.find("super"));
  const auto second = std::to_string(in_german.size() + 9 + in_english.find("super"));
  EXPECT_EQ(found(in_both(), german()), (Texts{"d " + first, "x " + first, "d " + second, "x " + second}));
}

TEST(Languages, TheAnswerNamesTheMainOne) {
  const auto loaded = load_pack(pack_of(guidelines), Audience::client);
  EXPECT_EQ(loaded->checker->check(in_both(), {}).language, "de");
}

// Their words are names: a German post may end with a page in English and the hashtags of a campaign.
TEST(Languages, LinksAndTagsTellNothing) {
  const auto loaded = load_pack(pack_of(guidelines), Audience::client);
  for (const std::string_view draft :
       {"Neue Stelle: https://a.example/jobs/work-with-the-best-of-us-and-have-fun",
        "Endlich da! #ThisIsUs #the #future #of #work @the.team.of.us"})
    EXPECT_EQ(loaded->checker->check(draft, {}).language, "de") << draft;
}

TEST(Languages, WordsAreInflectedByTheirParagraph) {
  const auto texts = matches(
      R"("kind": "existence", "terms": ["Synergie", "synergy"], "match": {"inflect": true})", in_both(), {});
  EXPECT_EQ(texts, (Texts{"Synergien", "synergies"}));
}

TEST(Languages, FiguresOfTheWholeDraftGoByTheMainOne) {
  constexpr auto count = R"("kind": "occurrence", "count": "words", "max": 1, )";
  EXPECT_EQ(matches(std::string(count) + R"("applies": {"languages": ["de"]})", in_both(), {}).size(), 1U);
  EXPECT_EQ(matches(std::string(count) + R"("applies": {"languages": ["en"]})", in_both(), {}).size(), 0U);
}

}  // namespace
}  // namespace herold::testing_check
