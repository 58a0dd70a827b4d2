#include "checking.h"

namespace herold::testing_check {
namespace {

std::string metric(std::string_view keys) { return R"("kind": "metric", )" + std::string(keys); }

TEST(Metric, MeasuresTheWholeDraft) {
  const auto found =
      findings(guideline(metric(R"("metric": "sentence-length", "max": 2.5)")), "Eins zwei drei.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].match, "Eins zwei drei.");
  EXPECT_EQ(found[0].message, "m Eins zwei drei.||3|2.5");
}

TEST(Metric, TellsTheShareOfCapitalsInPerCent) {
  const auto found = findings(guideline(metric(R"("metric": "capitals", "max": 0.5)")), "WIR sind DA");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "m WIR sind DA||56|50");
}

TEST(Metric, LeavesLinksAddressesHashtagsAndMentionsOut) {
  constexpr auto keys = R"("metric": "capitals", "max": 0.5)";
  EXPECT_EQ(matches(metric(keys), "gut #LAUT @LAUT HTTPS://LAUT.EXAMPLE"), Texts{});
  EXPECT_EQ(matches(metric(R"("metric": "sentence-length", "min": 3)"), "Eins zwei drei.\n#a1 #b2"), Texts{});
}

TEST(Metric, ReadabilityHasAFormulaForGermanAndEnglish) {
  constexpr auto keys = R"("metric": "readability", "min": 100)";
  // Amstad: 180 − 2 − 58.5 · 4 / 2 = 61.
  const auto found = findings(guideline(metric(keys)), "Guten Abend.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "m Guten Abend.||61|100");
  CheckOptions options;
  options.language = "en";
  // Flesch: 206.835 − 1.015 · 2 − 84.6 · 4 / 2 = 35.605.
  EXPECT_EQ(findings(guideline(metric(keys)), "Guten Abend.", options).at(0).message,
            "m Guten Abend.||36|100");
  options.language = "fr";
  EXPECT_EQ(matches(metric(keys), "Guten Abend.", options), Texts{});
}

TEST(Metric, LixCountsWordsOfMoreThanSixLetters) {
  // 2 words in a sentence, half of them long.
  EXPECT_EQ(findings(guideline(metric(R"("metric": "lix", "max": 10)")), "Sechse Siebene.").at(0).message,
            "m Sechse Siebene.||52|10");
}

TEST(Metric, ShortDraftsHaveNone) {
  EXPECT_EQ(matches(metric(R"("metric": "sentence-length", "max": 1, "minWords": 3)"), "Zwei Worte."),
            Texts{});
  EXPECT_EQ(matches(metric(R"("metric": "sentence-length", "min": 1)"), ""), Texts{});
}

TEST(Metric, GradesAreForEnglish) {
  CheckOptions english;
  english.language = "en";
  const auto value = [&](std::string_view name, const CheckOptions& options) {
    const std::string keys = R"("metric": ")" + std::string(name) + R"(", "max": -100)";
    const auto found =
        findings(guideline(metric(keys)), "Cats run home. Dogs eat marvellous bananas.", options);
    return found.empty() ? "" : found[0].message.substr(found[0].message.find("||") + 2);
  };
  // 7 words, 2 sentences, 35 characters, 12 syllables, 2 words of three syllables and more.
  EXPECT_EQ(value("automated-readability", english), "4|-100");  // 4.71 · 35 / 7 + 0.5 · 3.5 − 21.43 = 3.87
  EXPECT_EQ(value("coleman-liau", english), "5|-100");    // 5.88 · 35 / 7 − 29.6 · 2 / 7 − 15.8 = 5.14
  EXPECT_EQ(value("flesch-kincaid", english), "6|-100");  // 0.39 · 3.5 + 11.8 · 12 / 7 − 15.59 = 6.00
  EXPECT_EQ(value("gunning-fog", english), "13|-100");    // 0.4 · (3.5 + 100 · 2 / 7) = 12.83
  EXPECT_EQ(value("smog", english), "9|-100");            // 1.043 · √(30 · 2 / 2) + 3.13 = 8.84
  EXPECT_EQ(value("smog", german()), "");
}

}  // namespace
}  // namespace herold::testing_check
