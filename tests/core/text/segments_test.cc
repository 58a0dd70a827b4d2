#include "text/segments.h"

#include <gtest/gtest.h>

#include <string>

namespace herold::text {
namespace {

using Texts = std::vector<std::string>;

Texts texts(std::string_view text, const std::vector<ByteRange>& ranges) {
  Texts found;
  for (const ByteRange range : ranges) found.emplace_back(range.of(text));
  return found;
}

Texts sentences_of(std::string_view text) { return texts(text, sentences(text)); }

TEST(Words, HoldALetterOrNumber) {
  const std::string_view text = "Na, l’été – 3,5 % 🎉 «ja»!";
  EXPECT_EQ(texts(text, words(text)), (Texts{"Na", "l’été", "3,5", "ja"}));
  EXPECT_TRUE(words("").empty());
  EXPECT_TRUE(words(" … ").empty());
}

TEST(Sentences, EndWithTheirPunctuation) {
  EXPECT_EQ(sentences_of("Eins. Zwei!  Drei? «Vier.» Fünf"),
            (Texts{"Eins.", "Zwei!", "Drei?", "«Vier.»", "Fünf"}));
  EXPECT_EQ(sentences_of(""), Texts{});
  EXPECT_EQ(sentences_of(" \n "), Texts{});
}

TEST(Sentences, EndAtALineBreak) {
  EXPECT_EQ(sentences_of("Eins\nzwei\r\ndrei"), (Texts{"Eins", "zwei", "drei"}));
}

TEST(Sentences, GoOnAfterAbbreviations) {
  EXPECT_EQ(sentences_of("Das gilt z. B. Anna. Ja."), (Texts{"Das gilt z. B. Anna.", "Ja."}));
  EXPECT_EQ(sentences_of("Frau Dr. Muster kommt."), (Texts{"Frau Dr. Muster kommt."}));
  EXPECT_EQ(sentences_of("Dr. med. Anna Muster und Gebr. Kunz. Ja."),
            (Texts{"Dr. med. Anna Muster und Gebr. Kunz.", "Ja."}));
  EXPECT_EQ(sentences_of("Mr. Smith and Mrs. Smith. Hi."), (Texts{"Mr. Smith and Mrs. Smith.", "Hi."}));
  EXPECT_EQ(sentences_of("Chez M. Dupont. Oui."), (Texts{"Chez M. Dupont.", "Oui."}));
  EXPECT_EQ(sentences_of("Né en 50 av. J.-C. à Rome, mort en 14 ap. J.-C. à Nole. Oui."),
            (Texts{"Né en 50 av. J.-C. à Rome, mort en 14 ap. J.-C. à Nole.", "Oui."}));
  EXPECT_EQ(sentences_of("Il dott. Rossi. Si."), (Texts{"Il dott. Rossi.", "Si."}));
  EXPECT_EQ(sentences_of("Ca. 5 Mio. Franken. Ja."), (Texts{"Ca. 5 Mio. Franken.", "Ja."}));
  EXPECT_EQ(sentences_of("So do I. You too."), (Texts{"So do I.", "You too."}));
  EXPECT_EQ(sentences_of("Nr.\nNeu"), (Texts{"Nr.", "Neu"}));
}

TEST(Sentences, GoOnAfterGermanOrdinals) {
  EXPECT_EQ(sentences_of("Am 14. Juni ist es so weit. Komm!"),
            (Texts{"Am 14. Juni ist es so weit.", "Komm!"}));
  EXPECT_EQ(sentences_of("Seit 2024. Danach mehr."), (Texts{"Seit 2024.", "Danach mehr."}));
  EXPECT_EQ(sentences_of("Wir sind 14.\nJuni"), (Texts{"Wir sind 14.", "Juni"}));
}

TEST(Sentences, EndAfterNumbersWhereThereAreNoSuchOrdinals) {
  for (const std::string_view language : {"en", "fr-CH", "it"})
    EXPECT_EQ(sentences("We are now 25. Thanks!", {}, language).size(), 2u) << language;
  for (const std::string_view language : {"de-AT", "da", "pl"})
    EXPECT_EQ(sentences("Am 14. Juni", {}, language).size(), 1u) << language;
}

TEST(Sentences, EndAfterAnEllipsisOfFullStops) {
  EXPECT_EQ(sentences_of("Ja... Und nun?"), (Texts{"Ja...", "Und nun?"}));
  EXPECT_EQ(sentences_of("Ja... und nun?"), Texts{"Ja... und nun?"});
}

// Each of the marks asked what follows all of them: a minute for a hundred kilobytes.
TEST(Sentences, AreFoundInTimeThatGrowsWithTheText) {
  constexpr std::size_t size = 1 << 20;
  for (const char mark : {'"', ' '}) {
    EXPECT_EQ(sentences("Ja." + std::string(size, mark) + "1").size(), 2u) << mark;
    EXPECT_EQ(sentences("Ja." + std::string(size, mark) + "a").size(), 1u) << mark;
  }
}

TEST(Sentences, EndAfterWordsThatOnlySometimesAbbreviate) {
  for (const std::string_view text : {"Das ist es. Ende.", "C’est mon ex. Enfin.", "Danke, Max. Bis bald.",
                                      "Never mind. Next time.", "Danke, Jan. Bis bald."})
    EXPECT_EQ(sentences(text).size(), 2u) << text;
  for (const std::string_view text :
       {"Wir sind max. 10 Leute.", "P. es. Roma.", "Siehe Art. 5 Abs. 2.", "Mit mind. 5 Jahren.",
        "Am 5. Jan. 2026.", "Die stv. Leiterin und ehem. Präsidentin.", "Ad es. Roma.",
        "80 Franken abzgl. Rabatt.", "Jusqu’à févr. Paris.", "Un vélo, p. ex. Rouge.",
        "At Mt. Everest, incl. Coffee.", "Im Jahr 50 n. Chr. Geburt."})
    EXPECT_EQ(sentences(text).size(), 1u) << text;
}

TEST(Paragraphs, ArePartedByBlankLines) {
  const std::string_view text = "\n\nEins\nzwei\n \n drei \n";
  EXPECT_EQ(texts(text, paragraphs(text)), (Texts{"Eins\nzwei", "drei"}));
  EXPECT_TRUE(paragraphs("").empty());
}

}  // namespace
}  // namespace herold::text
