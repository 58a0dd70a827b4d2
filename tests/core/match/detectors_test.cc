#include "match/detectors.h"

#include <gtest/gtest.h>

#include "ranges.h"

namespace herold::match {
namespace {

using Texts = std::vector<std::string>;

Texts found(Detector detector, std::string_view text) {
  Draft draft(text);
  return texts(text, detect(detector, draft));
}

TEST(Detectors, HaveTheNamesOfPacks) {
  EXPECT_EQ(detector_named("credit-card"), Detector::credit_card);
  EXPECT_EQ(detector_named("Email"), std::nullopt);
}

TEST(Url, EndsBeforePunctuationAndUnpairedBrackets) {
  EXPECT_EQ(
      found(Detector::url, "Siehe https://a.example/x?y=1. Und (www.b.example/c_(d)), HTTP://C.EXAMPLE!"),
      (Texts{"https://a.example/x?y=1", "www.b.example/c_(d)", "HTTP://C.EXAMPLE"}));
  EXPECT_EQ(found(Detector::url, "«https://a.example/»"), Texts{"https://a.example/"});
  EXPECT_EQ(found(Detector::url, "https://a.example🎉"), Texts{"https://a.example"});
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

TEST(Hashtag, HoldsALetter) {
  EXPECT_EQ(found(Detector::hashtag, "#Falke, #2024 #a1_ü! x#b &#39; /#c #é"),
            (Texts{"#Falke", "#a1_ü", "#é"}));
  EXPECT_EQ(found(Detector::hashtag, "https://a.example/#teil ##doppelt #\uFE0F\u20E3a"), Texts{"#doppelt"});
}

TEST(Mention, IsNoAddress) {
  EXPECT_EQ(found(Detector::mention, "@anna, @anna.muster-x's @a@b.example. a@b.example x@y"),
            (Texts{"@anna", "@anna.muster-x", "@a@b.example"}));
  EXPECT_EQ(found(Detector::mention, "@ @. https://a.example/@b"), Texts{});
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
