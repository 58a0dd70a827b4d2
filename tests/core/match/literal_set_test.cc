#include "match/literal_set.h"

#include <gtest/gtest.h>

#include <string>

namespace herold::match {
namespace {

using Texts = std::vector<std::string>;
constexpr LiteralOptions exact{text::Case::exact, Boundary::word};
constexpr LiteralOptions inside{text::Case::fold, Boundary::none};

// The texts that `term` matches in the draft.
Texts matches(std::string_view term, std::string_view text, LiteralOptions options = {}) {
  LiteralSet set;
  if (!set.add(term, options)) return {"(nothing to look for)"};
  set.compile();
  Draft draft(text);
  Texts found;
  for (const LiteralHit& hit : set.scan(draft)) found.emplace_back(hit.range.of(text));
  return found;
}

TEST(LiteralSet, FoldsBothSides) {
  EXPECT_EQ(matches("Projekt Falke", "Das PROJEKT FALKE."), Texts{"PROJEKT FALKE"});
  EXPECT_EQ(matches("Strasse", "Die Straße"), Texts{"Straße"});
  EXPECT_EQ(matches("straße", "STRASSE"), Texts{"STRASSE"});
  EXPECT_EQ(matches("Projekt", "𝐏𝐫𝐨𝐣𝐞𝐤𝐭!"), Texts{"𝐏𝐫𝐨𝐣𝐞𝐤𝐭"});
  EXPECT_EQ(matches("Ärger", "A\u0308rger"), Texts{"A\u0308rger"});
  EXPECT_EQ(matches("Vertrag", "Ver\u00AD\u200Btrag"), Texts{"Ver\u00AD\u200Btrag"});
  EXPECT_EQ(matches("it's", "It’s"), Texts{"It’s"});
  EXPECT_EQ(matches("ACME", "АCМE"), Texts{"АCМE"});
}

TEST(LiteralSet, ComparesLettersExactlyWhenAsked) {
  EXPECT_EQ(matches("ACME", "ACME Acme", exact), Texts{"ACME"});
  EXPECT_EQ(matches("Projekt Falke", "#ProjektFalke #projektFalke", exact), Texts{"ProjektFalke"});
  EXPECT_EQ(matches("Übung", "Uebung uebung", exact), Texts{"Uebung"});
  EXPECT_EQ(matches("ÜBUNG", "UEBUNG", exact), Texts{"UEBUNG"});
  EXPECT_EQ(matches("ACME", "𝐀𝐂𝐌𝐄", exact), Texts{"𝐀𝐂𝐌𝐄"});
}

TEST(LiteralSet, LetsGapsVary) {
  for (const std::string_view term : {"Projekt Falke", "Projekt-Falke", "Projekt—Falke"}) {
    EXPECT_EQ(matches(term, "Projekt\n Falke"), Texts{"Projekt\n Falke"}) << term;
    EXPECT_EQ(matches(term, "Projekt\u00A0Falke"), Texts{"Projekt\u00A0Falke"}) << term;
    EXPECT_EQ(matches(term, "Projekt–Falke"), Texts{"Projekt–Falke"}) << term;
    EXPECT_EQ(matches(term, "Projekt\u2212Falke"), Texts{"Projekt\u2212Falke"}) << term;
    EXPECT_EQ(matches(term, "Projekt_Falke"), Texts{"Projekt_Falke"}) << term;
    EXPECT_EQ(matches(term, "ProjektFalke"), Texts{}) << term;
    EXPECT_EQ(matches(term, "Projekt--Falke"), Texts{}) << term;
    EXPECT_EQ(matches(term, "Projekt - Falke"), Texts{}) << term;
    EXPECT_EQ(matches(term, "Projekt\n\nFalke"), Texts{}) << term;
  }
  EXPECT_EQ(matches("snake_case", "snake case snake_case"), Texts{"snake_case"});
  EXPECT_EQ(matches("–", "a b - c", inside), Texts{"-"});
}

TEST(LiteralSet, JoinsGapsInHashtags) {
  EXPECT_EQ(matches("Projekt Falke", "#ProjektFalke"), Texts{"ProjektFalke"});
  EXPECT_EQ(matches("Projekt Falke Eins", "#Projekt_FalkeEins #ProjektFalke_Eins #Projekt_Falke_Eins"),
            (Texts{"Projekt_FalkeEins", "ProjektFalke_Eins", "Projekt_Falke_Eins"}));
  EXPECT_EQ(matches("Projekt Falke", "#MeinProjektFalke"), Texts{});
  EXPECT_EQ(matches("Projekt Falke", "#Mein_ProjektFalke"), Texts{"ProjektFalke"});
  EXPECT_EQ(matches("Projekt Falke", "#MeinProjektFalke", inside), Texts{"ProjektFalke"});
  EXPECT_EQ(matches("Projekt Falke", "#Pro_jektFalke #Projekt__Falke"), Texts{});
  EXPECT_EQ(matches("Projekt-Falke", "#ProjektFalke"), Texts{});
  EXPECT_EQ(matches("Projekt Falke", "https://a.example/#ProjektFalke"), Texts{});
}

TEST(LiteralSet, KnowsUmlautsWrittenOut) {
  EXPECT_EQ(matches("Müller", "Mueller MÜLLER MUELLER"), (Texts{"Mueller", "MÜLLER", "MUELLER"}));
  EXPECT_EQ(matches("Mueller", "Müller"), Texts{});
  EXPECT_EQ(matches("Über", "Uber"), Texts{});
}

TEST(LiteralSet, AsksForBoundaries) {
  EXPECT_EQ(matches("ACME", "ACME's ACME-Produkt ACME™ (ACME) ACME_x"),
            (Texts{"ACME", "ACME", "ACME", "ACME", "ACME"}));
  EXPECT_EQ(matches("ACME", "ACMEs 1ACME ACME2 ACMÉ"), Texts{});
  EXPECT_EQ(matches("Reis", "Preis", inside), Texts{"reis"});
  EXPECT_EQ(matches("ACME", "🎉ACME🎉 1\uFE0F\u20E3ACME"), (Texts{"ACME", "ACME"}));
  EXPECT_EQ(matches("ACME", "a\u200BACME"), Texts{}) << "the nearest character that shows is the neighbour";
}

TEST(LiteralSet, KeepsClustersWhole) {
  EXPECT_EQ(matches("e", "e\u0301", inside), Texts{});
  EXPECT_EQ(matches("s", "ß", inside), Texts{});
  EXPECT_EQ(matches("fin", "ﬁn", inside), Texts{"ﬁn"});
  EXPECT_EQ(matches("f", "ﬁn", inside), Texts{});
  EXPECT_EQ(matches("falke", "falke\u200D!"), Texts{"falke\u200D"})
      << "the joiner is of the last letter's cluster";
  EXPECT_EQ(matches("falke", "\u200Bfalke\u200B!"), Texts{"falke"});
}

TEST(LiteralSet, ReportsOverlapsByStartLongerFirst) {
  LiteralSet set;
  const auto falke = set.add("Projekt Falke", {});
  const auto projekt = set.add("projekt", {});
  const auto same = set.add("PROJEKT", {});
  EXPECT_EQ(projekt, same);
  EXPECT_NE(projekt, set.add("projekt", exact));
  set.compile();
  Draft draft("Projekt Falke");
  const auto hits = set.scan(draft);
  ASSERT_EQ(hits.size(), 2u);
  EXPECT_EQ(hits[0].term, *falke);
  EXPECT_FALSE(hits[0].joined);
  EXPECT_EQ(hits[1].term, *projekt);
}

TEST(LiteralSet, RefusesTermsOfWhichNothingIsLeft) {
  LiteralSet set;
  EXPECT_EQ(set.add("", {}), std::nullopt);
  EXPECT_EQ(set.add(" \u200B", {}), std::nullopt);
  set.compile();
  Draft draft("text");
  EXPECT_TRUE(set.scan(draft).empty());
}

}  // namespace
}  // namespace herold::match
