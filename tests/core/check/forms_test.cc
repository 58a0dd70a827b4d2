#include "checking.h"

namespace herold::testing_check {
namespace {

std::string terms(std::string_view list, std::string_view style) {
  return R"("kind": "existence", "terms": [)" + std::string(list) + R"(], "match": {)" + std::string(style) +
         "}";
}

constexpr std::string_view inflected = R"("inflect": true)", compound = R"("compound": true)",
                           both = R"("inflect": true, "compound": true)";

TEST(Inflect, FindsOtherFormsInTheLanguageOfTheDraft) {
  const std::string keys = terms(R"("Kündigung", "layoff", "rachat")", inflected);
  EXPECT_EQ(matches(keys, "Zwei Kündigungen und KÜNDIGUNG"), (Texts{"Kündigungen", "KÜNDIGUNG"}));
  EXPECT_EQ(matches(keys, "Zwei Ku\u0308ndigungen, Kuendigungen"),
            (Texts{"Ku\u0308ndigungen", "Kuendigungen"}));
  EXPECT_EQ(matches(keys, "Rumours of layoffs", in_language("en-GB")), Texts{"layoffs"});
  EXPECT_EQ(matches(keys, "Les rachats, l’achat", in_language("fr-CH")), Texts{"rachats"});
}

TEST(Inflect, FormsMayBeginWithOtherLetters) {
  const std::string keys = terms(R"("die", "Apfel", "Übung", "Öl", "x")", inflected);
  EXPECT_EQ(matches(keys, "dying, dies", in_language("en")), (Texts{"dying", "dies"}));
  EXPECT_EQ(matches(keys, "Äpfel, Aepfel, Uebungen, Öle, Oele"), (Texts{"Äpfel", "Uebungen", "Oele"}));
  EXPECT_EQ(matches(keys, "xs", in_language("fr")), Texts{"xs"});
}

TEST(Inflect, EveryWordOfATermInOrder) {
  const std::string keys = terms(R"("geheimer Plan")", inflected);
  EXPECT_EQ(matches(keys, "die geheimen Pläne, geheime-Plans"), (Texts{"geheimen Pläne", "geheime-Plans"}));
  EXPECT_EQ(matches(keys, "geheimer, Plan. Pläne geheim"), Texts{});
  EXPECT_EQ(matches(keys, "geheimen\n\nPläne"), Texts{});
}

TEST(Inflect, AnyWordOfATermMayBeginWithAnAccent) {
  EXPECT_EQ(matches(terms(R"("nouvelle équipe", "l’équipe")", inflected),
                    "les nouvelles équipes, l'équipes, nouvelle e\u0301quipe", in_language("fr")),
            (Texts{"nouvelles équipes", "l'équipes", "nouvelle e\u0301quipe"}));
  EXPECT_EQ(matches(terms(R"("neue Übung")", inflected), "neue Übungen, neuen Uebungen"),
            (Texts{"neue Übungen", "neuen Uebungen"}));
}

TEST(Inflect, WordsOfAHashtagAreJoinedWhereACapitalShowsIt) {
  const std::string keys = terms(R"("geheimer Plan")", inflected);
  EXPECT_EQ(matches(keys, "#GeheimePläne #geheimePlans_2 #Alle_GeheimenPläne"),
            (Texts{"GeheimePläne", "geheimePlans", "GeheimenPläne"}));
  EXPECT_EQ(matches(keys, "#geheimepläne #MeineGeheimenPläne #GeheimePläneX GeheimePläne #Geheime #Pläne"),
            Texts{});
  EXPECT_EQ(matches(terms(R"("E-Mail")", inflected), "#EMails #E_Mails"), Texts{"E_Mails"});
}

TEST(Inflect, AnElidedWordIsAWordOfItsOwn) {
  EXPECT_EQ(matches(terms(R"("école")", inflected), "l’école, d'écoles", in_language("fr")),
            (Texts{"école", "écoles"}));
}

TEST(Inflect, WithoutAStemmerTheFirstLanguageOfTheGuidelineServesThenTheDefault) {
  const std::string keys = terms(R"("Kündigung")", inflected);
  EXPECT_EQ(matches(keys, "Kündigungen", in_language("nl")), Texts{"Kündigungen"});
  EXPECT_EQ(matches(terms(R"("layoff")", inflected) + R"(, "applies": {"languages": ["nl"]})", "layoffs",
                    in_language("nl")),
            Texts{});
}

TEST(Compound, IsAPartOfALongerWordWithNoScrapsBeside) {
  const std::string keys = terms(R"("Streik", "Reis", "Haus am See")", compound);
  EXPECT_EQ(matches(keys, "Der Hunger\u00ADstreik, Streiktag, Hungerstreiktag"),
            (Texts{"Hunger\u00ADstreik", "Streiktag", "Hungerstreiktag"}));
  EXPECT_EQ(matches(keys, "Preis, Streiks, Ferienhaus am See"), Texts{});
  EXPECT_EQ(matches(keys, "Hungerstreik-Tag"), Texts{"Hungerstreik"});
}

TEST(Compound, DigitsAreNoLettersOfWhatRemains) {
  const std::string keys = terms(R"("Reis", "Falke")", compound);
  EXPECT_EQ(matches(keys, "#Reise2026, P2026Reis, #Falke2026, 2026Falkenteam"),
            (Texts{"Falke2026", "2026Falkenteam"}));
}

TEST(Compound, MayEndInAnInflectedForm) {
  const std::string keys = terms(R"("Diagnose", "Haus")", both);
  EXPECT_EQ(matches(keys, "Ferndiagnosen, Krankenhäuser, Diagnosezentrum"),
            (Texts{"Ferndiagnosen", "Krankenhäuser", "Diagnosezentrum"}));
}

TEST(Compound, TakesUmlautsInEverySpelling) {
  EXPECT_EQ(matches(terms(R"("Übung")", compound), "Frühübung, Fruehuebung, Übungsleiter, Rubung"),
            (Texts{"Frühübung", "Fruehuebung", "Übungsleiter"}));
  EXPECT_EQ(matches(terms(R"("Übung", "Größe")", both), "Frühübungen, Fruehuebungen, Baugroessen, Baugrößen"),
            (Texts{"Frühübungen", "Fruehuebungen", "Baugroessen", "Baugrößen"}));
}

// Both once took hours: each hit read the rest of the word.
TEST(Compound, AWordMayBeAsLongAsTheDraft) {
  std::string word;
  while (word.size() < (1U << 19)) word += "streik";
  EXPECT_EQ(matches(terms(R"("Streik")", compound), word), Texts{word});
  EXPECT_EQ(matches(terms(R"("Streik")", both), word + "s"), Texts{word + "s"});
}

TEST(Compound, ExceptionsAreTermsAsTheyStand) {
  EXPECT_EQ(matches(terms(R"("Diagnose")", both) + R"(, "except": ["Diagnosezentrum"])",
                    "Diagnosezentrum, Diagnosezentren"),
            Texts{"Diagnosezentren"});
}

TEST(Substitution, AnInflectedFormGetsTheHintButNoFix) {
  const auto found = findings(
      guideline(R"("kind": "substitution", "swap": {"Meeting": "Sitzung"}, "match": {"inflect": true})"),
      "Meeting, Meetings");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].fixes.size(), 1U);
  EXPECT_EQ(found[1].match, "Meetings");
  EXPECT_EQ(found[1].message, "m Meetings|Sitzung||");
  EXPECT_TRUE(found[1].fixes.empty());
}

}  // namespace
}  // namespace herold::testing_check
