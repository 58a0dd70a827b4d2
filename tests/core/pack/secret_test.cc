// What a guideline with `secret: true` must not hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "../check/checking.h"

namespace herold {
namespace {

using testing::HasSubstr;
using testing_check::pack_of;

std::string secret(const std::string& keys) {
  return pack_of(R"({"id": "c.name", "kind": "existence", "message": "Psst.", "secret": true, )" + keys +
                 "}");
}

std::string problem(const std::string& pack) {
  const auto loaded = load_pack(pack, Audience::client);
  EXPECT_TRUE(loaded) << loaded.error().message;
  return loaded->problems.empty() ? "" : loaded->problems[0].pointer + " " + loaded->problems[0].message;
}

TEST(Secret, IsCheckedLikeAnyOtherForItsAuthor) {
  const auto loaded = load_pack(secret(R"("terms": ["Mandat Silberdistel"])"), Audience::publisher);
  ASSERT_TRUE(loaded->problems.empty());
  const Report report = loaded->checker->check("Unser #MandatSilberdistel", {});
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].match, "MandatSilberdistel");
}

TEST(Secret, RefusesLooserWaysOfMatching) {
  EXPECT_EQ(problem(secret(R"("terms": ["Falke"], "match": {"inflect": true})")),
            "/guidelines/0/match/inflect cannot be together with “secret”");
  EXPECT_EQ(problem(secret(R"("terms": ["Falke"], "match": {"compound": true})")),
            "/guidelines/0/match/compound cannot be together with “secret”");
  EXPECT_EQ(problem(secret(R"("terms": ["Falke"], "patterns": ["x"])")),
            "/guidelines/0/patterns cannot be together with “secret”");
  EXPECT_EQ(problem(secret(R"("terms": ["Falke"], "match": {"inflect": false, "boundary": "none"})")), "");
}

TEST(Secret, NeedsTermsThatCanBeSealed) {
  EXPECT_THAT(problem(secret(R"("detect": ["email"])")), HasSubstr("needs “terms”"));
  EXPECT_THAT(problem(secret(R"("terms": ["Falke", "&!"])")), HasSubstr("/terms/1 holds no letter or digit"));
  EXPECT_THAT(problem(secret(R"("terms": [")" + std::string(300, 'x') + R"("])")),
              HasSubstr("/terms/0 is longer than 254 bytes"));
}

TEST(Secret, RefusesTextsThatTellATerm) {
  const std::string terms = R"("terms": ["Projekt Falke", "Übung"], )";
  for (const std::string telling : {
           R"("why": {"de": "Weil projekt-falke geheim ist."})",
           R"("lesson": "#ProjektFalke")",
           R"("link": "https://a.example/projekt_falke")",
           R"("replace": ["Projekt Falke"])",
           R"("except": ["Projekt Falkenstein"])",
           R"("note": {"for": ["Frühübungen"]})",
           R"("source": "UEBUNG")",
       })
    EXPECT_THAT(problem(secret(terms + telling)), HasSubstr("holds a term that is to be secret")) << telling;
  EXPECT_EQ(problem(secret(
                terms + R"("why": "Ein Projekt der Falken.", "examples": {"violates": ["Projekt Falke"]})")),
            "");
}

TEST(Secret, RefusesTextsThatTellATermInAnotherWayOfJoiningIt) {
  for (const std::string term : {"Projekt Falke", "Projekt\u00A0Falke", "Projekt–Falke", "Projekt_Falke",
                                 "Projekt / Falke", "Projekt-Falke", "Projekt. Falke"})
    for (const std::string telling :
         {"Projekt Falke", "Projekt\u00A0Falke", "Projekt\u202FFalke", "Projekt–Falke", "Projekt - Falke",
          "Projekt – Falke", "Projekt_Falke", "Projekt/Falke", "ProjektFalke", "Projekt.Falke",
          "Projekt: «Falke»", "Projekt  Falke", "#ProjektFalke", "Pro\u00ADjekt\u200B Falke",
          "projekt\\nfalken"})
      EXPECT_THAT(
          problem(secret(R"("terms": [")" + term + R"("], "why": "Weil )" + telling + R"( geheim ist.")")),
          HasSubstr("/why holds a term"))
          << term << " in " << telling;
}

TEST(Secret, ATermOfOneWordIsNotToldByItsLettersAlone) {
  EXPECT_EQ(problem(secret(R"("terms": ["C++"], "why": "Plan C.")")), "");
  EXPECT_THAT(problem(secret(R"("terms": ["C++"], "why": "Mit C++.")")), HasSubstr("/why holds a term"));
}

TEST(Secret, RefusesAnIdThatTellsATerm) {
  for (const std::string id : {"codename.projekt-falke", "codename.projekt.falke", "projektfalke"}) {
    const std::string pack =
        pack_of(R"({"id": ")" + id +
                R"(", "kind": "existence", "message": "m", "secret": true, "terms": ["Projekt Falke"]})");
    EXPECT_THAT(problem(pack), HasSubstr("/guidelines/0/id holds a term")) << id;
  }
}

TEST(Secret, AShortTermIsToldByWholeWordsOnly) {
  EXPECT_EQ(problem(secret(R"("terms": ["AI"], "why": "Email an Rainer.")")), "");
  EXPECT_THAT(problem(secret(R"("terms": ["AI"], "why": "Nichts mit AI.")")), HasSubstr("/why holds a term"));
}

}  // namespace
}  // namespace herold
