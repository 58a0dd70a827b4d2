#include "checking.h"

namespace herold::testing_check {
namespace {

std::string counting(std::string_view keys) { return R"("kind": "occurrence", )" + std::string(keys); }

CheckOptions on(Network network) {
  CheckOptions options = german();
  options.network = network;
  return options;
}

TEST(Occurrence, FindsTheFirstItemPastTheMaximum) {
  EXPECT_EQ(matches(counting(R"("count": "hashtags", "max": 1)"), "#a1 #b2 #c3"), Texts{"#b2"});
  EXPECT_EQ(matches(counting(R"("count": "mentions", "max": 0)"), "@anna @ben"), Texts{"@anna"});
  EXPECT_EQ(matches(counting(R"("count": "links", "max": 1)"), "https://a.example https://b.example"),
            Texts{"https://b.example"});
  EXPECT_EQ(matches(counting(R"("count": "emojis", "max": 1)"), "🎉 👩‍💻"), Texts{"👩‍💻"});
  EXPECT_EQ(matches(counting(R"("count": "words", "max": 2)"), "eins zwei drei vier"), Texts{"drei"});
  EXPECT_EQ(matches(counting(R"("count": "sentences", "max": 1)"), "Eins. Zwei. Drei."), Texts{"Zwei."});
  EXPECT_EQ(matches(counting(R"("count": "paragraphs", "max": 1)"), "Eins\n\nZwei"), Texts{"Zwei"});
  EXPECT_EQ(matches(counting(R"("terms": ["neu"], "max": 1)"), "neu neu neu"), Texts{"neu"});
}

TEST(Occurrence, CountsTheDoubleExclamationMarkTwice) {
  EXPECT_EQ(matches(counting(R"("count": "exclamations", "max": 2)"), "Ja! Ja！ Ja!"), Texts{"!"});
  EXPECT_EQ(matches(counting(R"("count": "exclamations", "max": 1)"), "Ja‼ ¡No"), Texts{"‼"});
  EXPECT_EQ(matches(counting(R"("count": "exclamations", "max": 2)"), "Ja‼ ¡No"), Texts{});
}

TEST(Occurrence, TheTextPastTheCharacterLimitIsFound) {
  EXPECT_EQ(matches(counting(R"("count": "characters", "max": 4)"), "👩‍💻abcde"), Texts{"de"});
  EXPECT_EQ(
      matches(counting(R"("count": "characters", "max": 4)"), "👩‍💻abcde", on(Network::linkedin)),
      Texts{"👩‍💻abcde"});
  EXPECT_EQ(matches(counting(R"("count": "characters", "max": 23)"), "https://a.example/a-very-long-path x",
                    on(Network::x)),
            Texts{" x"});
}

TEST(Occurrence, BelowTheMinimumIsAnEmptyRangeAtTheEndOfTheScope) {
  const auto found = findings(
      guideline(counting(R"("count": "hashtags", "min": 2, "insert": {"text": " #neu", "at": "end"})")),
      "Hallo #welt ");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].range, (Range{12, 12}));
  EXPECT_EQ(found[0].match, "");
  EXPECT_EQ(found[0].message, "m ||1|2");
  ASSERT_EQ(found[0].fixes.size(), 1U);
  EXPECT_EQ(after("Hallo #welt ", found[0].fixes[0]), "Hallo #welt  #neu");
  EXPECT_EQ(found[0].fixes[0].title, "«#neu» einfügen");
}

TEST(Occurrence, AnEmptyDraftIsBelowAMinimumButHasNoSentence) {
  EXPECT_EQ(matches(counting(R"("count": "words", "min": 1)"), ""), Texts{""});
  EXPECT_EQ(matches(counting(R"("count": "words", "min": 1, "scope": "sentence")"), ""), Texts{});
}

TEST(Occurrence, EachScopeIsJudgedForItself) {
  EXPECT_EQ(matches(counting(R"("terms": ["Chance"], "max": 1, "scope": "sentence")"),
                    "Chance und Chance. Chance. Noch eine Chance, letzte Chance!"),
            (Texts{"Chance", "Chance"}));
  EXPECT_EQ(matches(counting(R"("count": "sentences", "max": 1, "scope": "paragraph")"),
                    "Eins zwei. Drei vier.\n\nFünf sechs. Acht neun."),
            (Texts{"Drei vier.", "Acht neun."}));
  EXPECT_EQ(matches(counting(R"("count": "words", "max": 1, "scope": "sentence")"), "Eins zwei drei. Vier."),
            Texts{"zwei"});
}

TEST(Occurrence, TheOpeningIsWhatTheNetworkShowsFirst) {
  const std::string filler(198, 'x');
  constexpr auto keys = R"("count": "emojis", "max": 0, "scope": "opening")";
  EXPECT_EQ(matches(counting(keys), filler + "🎉", on(Network::linkedin)), Texts{"🎉"});
  EXPECT_EQ(matches(counting(keys), filler + "x🎉", on(Network::linkedin)), Texts{});
  EXPECT_EQ(matches(counting(keys), filler + "x🎉"), Texts{"🎉"});
}

}  // namespace
}  // namespace herold::testing_check
