#include <gtest/gtest.h>

#include "detecting.h"

namespace herold::match {
namespace {

TEST(Detectors, HaveTheNamesOfPacks) {
  EXPECT_EQ(detector_named("credit-card"), Detector::credit_card);
  EXPECT_EQ(detector_named("Email"), std::nullopt);
}

TEST(Url, EndsBeforePunctuationAndUnpairedBrackets) {
  EXPECT_EQ(
      found(Detector::url, "Siehe https://a.example/x?y=1. Und (www.b.example/c_(d)), HTTP://C.EXAMPLE!"),
      (Texts{"https://a.example/x?y=1", "www.b.example/c_(d)", "HTTP://C.EXAMPLE"}));
  EXPECT_EQ(found(Detector::url, "«https://a.example/»"), Texts{"https://a.example/"});
  EXPECT_EQ(found(Detector::url, "https://a.example🎉 https://b.example/a— und"),
            (Texts{"https://a.example", "https://b.example/a"}));
  EXPECT_EQ(found(Detector::url, "https://ä.example/ü"), Texts{"https://ä.example/ü"});
  EXPECT_EQ(found(Detector::url, "a.example ftp://a.example https:// xhttp://a.example www."), Texts{});
}

TEST(Email, MayHoldAnyLetter) {
  EXPECT_EQ(found(Detector::email, "An anna.müller+x@büro.example, bitte."),
            Texts{"anna.müller+x@büro.example"});
  EXPECT_EQ(found(Detector::email, "'a@b.example'; mailto:c@d.example?subject=x"),
            (Texts{"a@b.example", "c@d.example"}));
  EXPECT_EQ(
      found(Detector::email, "a@b @c.example @user@server.example a.@b.example a@b.c https://u@h.example/"),
      Texts{});
}

// U+FE0F is a mark and U+20E3 too, but an emoji is no letter, mark or number.
TEST(Detectors, FindWhatStandsRightBehindAnEmoji) {
  const std::pair<Detector, std::string> things[] = {{Detector::email, "a@b.example"},
                                                     {Detector::phone, "044 555 12 34"},
                                                     {Detector::iban, "CH9300762011623852957"},
                                                     {Detector::credit_card, "4242424242424242"},
                                                     {Detector::ahv, "756.1234.5678.97"},
                                                     {Detector::ip_address, "10.0.0.1"},
                                                     {Detector::url, "https://a.example"},
                                                     {Detector::url_shortener, "https://bit.ly/a"},
                                                     {Detector::hashtag, "#neu"},
                                                     {Detector::mention, "@anna"},
                                                     {Detector::money, "CHF 5"},
                                                     {Detector::percentage, "5 %"}};
  for (const std::string emoji : {"☎\uFE0F", "1\uFE0F\u20E3"})
    for (const auto& [detector, thing] : things)
      EXPECT_EQ(found(detector, emoji + thing + " x"), Texts{thing}) << emoji << thing;
}

TEST(Email, IsFoundAroundACharacterThatDoesNotShow) {
  EXPECT_EQ(found(Detector::email, "an\uFE0Fna@b.example"), Texts{"an\uFE0Fna@b.example"});
  EXPECT_EQ(found(Detector::email, "anna@b\u00AD.exam\u200Dple\u2060!"), Texts{"anna@b\u00AD.exam\u200Dple"});
}

TEST(Hashtag, HoldsALetter) {
  EXPECT_EQ(found(Detector::hashtag, "#Falke, #2024 #a1_ü! x#b &#39; /#c #é"),
            (Texts{"#Falke", "#a1_ü", "#é"}));
  EXPECT_EQ(found(Detector::hashtag, "https://a.example/#teil ##doppelt #\uFE0F\u20E3a"), Texts{"#doppelt"});
}

TEST(Mention, IsNoAddress) {
  EXPECT_EQ(found(Detector::mention, "@anna, @anna.muster-x's @a@b.example. a@b.example x@y"),
            (Texts{"@anna", "@anna.muster-x", "@a@b.example"}));
  EXPECT_EQ(found(Detector::mention, "@ @. https://a.example/@b a.example/@b"), Texts{});
  EXPECT_EQ(found(Detector::mention, "@ben/@cleo, @dan&@eva"), (Texts{"@ben", "@cleo", "@dan", "@eva"}));
}

TEST(Emoji, IsOneCluster) {
  EXPECT_EQ(found(Detector::emoji, "🎉👩\u200D💻🇨🇭1\uFE0F\u20E3❤\uFE0F☝🏽"),
            (Texts{"🎉", "👩\u200D💻", "🇨🇭", "1\uFE0F\u20E3", "❤\uFE0F", "☝🏽"}));
  EXPECT_EQ(found(Detector::emoji, "1 # → ❤ :) ™ 🎉\uFE0E"), Texts{});
}

TEST(Detectors, AreLinearInHostileDrafts) {
  const std::string_view pieces[] = {"@", "a@", "#", "http://(", "www.", "a.", "@a", "_", ")"};
  for (const std::string_view piece : pieces) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    Draft draft(text);
    EXPECT_LE(draft.entities().size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace herold::match
