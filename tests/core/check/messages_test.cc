#include "checking.h"

namespace herold::testing_check {
namespace {

TEST(Messages, TheReadersLanguageWinsThenItsBaseThenTheDefault) {
  const auto said = [](std::string reader) {
    CheckOptions options = german();
    options.reader = std::move(reader);
    return findings(R"({"id": "g", "kind": "existence", "terms": ["x"],
                        "message": {"de": "deutsch", "de-CH": "schweizerisch", "en": "english"}})",
                    "x", options)
        .at(0)
        .message;
  };
  EXPECT_EQ(said(""), "deutsch");
  EXPECT_EQ(said("de-ch"), "schweizerisch");
  EXPECT_EQ(said("de-AT"), "deutsch");
  EXPECT_EQ(said("en-GB"), "english");
  EXPECT_EQ(said("fr"), "deutsch");
}

TEST(Messages, PlaceholdersInTheDraftAreText) {
  const auto found = findings(R"({"id": "g", "kind": "existence", "patterns": ["\\{[a-z]+\\}"],
                                  "message": "{match} {}", "why": "weil {match}"})",
                              "{limit}");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "{limit} {}");
  EXPECT_EQ(found[0].why, "weil {limit}");
}

TEST(Messages, FixTitlesAreInTheReadersLanguage) {
  const auto title = [](std::string reader) {
    CheckOptions options = german();
    options.reader = std::move(reader);
    return findings(guideline(R"("kind": "existence", "terms": ["x"], "replace": ["y"])"), "x", options)
        .at(0)
        .fixes.at(0)
        .title;
  };
  EXPECT_EQ(title("en-GB"), "Replace with “y”");
  EXPECT_EQ(title("it"), "Sostituisci con «y»");
  EXPECT_EQ(title("ja"), "Durch «y» ersetzen");
}

}  // namespace
}  // namespace herold::testing_check
