#include "match/pattern_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace herold::match {
namespace {

using Texts = std::vector<std::string>;
using text::Case;

Texts searched(std::string_view pattern, std::string_view text, Case letter_case = Case::fold) {
  PatternSet set;
  const auto added = set.add(pattern, {.letter_case = letter_case});
  if (!added.pattern) return {added.error};
  set.compile();
  Draft draft(text);
  Texts found;
  for (const PatternHit& hit : set.scan(draft).all) found.emplace_back(hit.range.of(text));
  return found;
}

TEST(PatternSet, FindsMatchesThatDoNotOverlap) {
  EXPECT_EQ(searched("ab+", "abb xAB a ab"), (Texts{"abb", "AB", "ab"}));
  EXPECT_EQ(searched("ab", "AB ab", Case::exact), Texts{"ab"});
  EXPECT_EQ(searched("x*", "axxa"), Texts{"xx"});
  EXPECT_EQ(searched("aa", "aaaaa"), (Texts{"aa", "aa"}));
  EXPECT_EQ(searched("nirgends", "überall"), Texts{});
}

TEST(PatternSet, AGroupNamedMatchIsTheMatch) {
  EXPECT_EQ(searched(R"((?:\A|[^/])(?P<match>etc))", "etc /etc etc"), (Texts{"etc", "etc"}));
  EXPECT_EQ(searched(R"((?P<match>v\d)(?:\z|[^.]))", "v1 v2. v3"), (Texts{"v1", "v3"}));
  // What a match looks at may belong to its neighbour.
  EXPECT_EQ(searched(R"((?:^| )(?P<match>a)(?: |$))", "a a a"), (Texts{"a", "a", "a"}));
  EXPECT_EQ(searched(R"(x(?P<match>a+))", "xaaa xa"), (Texts{"aaa", "a"}));
  EXPECT_EQ(searched(R"(b(?P<match>x)?)", "b bx"), (Texts{"b", "x"}));
  EXPECT_EQ(searched(R"(\b(?P<match>ab)(?: c))", "ab c dab c"), Texts{"ab"});
}

TEST(PatternSet, LooksFarBehindAMatchInLinearTime) {
  const std::string row(300'000, 'x');
  EXPECT_GT(searched("(?P<match>x).*", row).size(), 20u);
  EXPECT_EQ(searched("(?P<match>y*)x.*", row), Texts{});
  EXPECT_EQ(searched("(?P<match>x).*", row.substr(0, 1000)).size(), 1000u);
}

TEST(PatternSet, SeesAsMuchAsItsExtent) {
  constexpr std::string_view text = "Ja, so. Aber nein, so.\n\nAber, so.";
  const auto found = [&](std::string_view pattern, Extent extent) {
    PatternSet set;
    set.add(pattern, {.extent = extent});
    set.compile();
    Draft draft(text);
    Texts texts;
    for (const PatternHit& hit : set.scan(draft).all) texts.emplace_back(hit.range.of(text));
    return texts;
  };
  EXPECT_EQ(found(R"(\Aaber)", Extent::draft), Texts{});
  EXPECT_EQ(found(R"(\Aaber)", Extent::paragraph), Texts{"Aber"});
  EXPECT_EQ(found(R"(\Aaber)", Extent::sentence), (Texts{"Aber", "Aber"}));
  EXPECT_EQ(found(R"([^,]+, so)", Extent::sentence), (Texts{"Ja, so", "Aber nein, so", "Aber, so"}));
}

TEST(PatternSet, KnowsUnicodeClasses) {
  EXPECT_EQ(searched(R"(\w+)", "Größe, naïve"), (Texts{"Größe", "naïve"}));
  EXPECT_EQ(searched(R"([\w-]+)", "Größe-x!"), Texts{"Größe-x"});
  EXPECT_EQ(searched(R"(\W+)", "ä, ö"), Texts{", "});
  EXPECT_EQ(searched(R"([^\W_]+)", "ä_ö"), (Texts{"ä", "ö"}));
  EXPECT_EQ(searched(R"([\W])", "ä!ö"), Texts{"!"});
  EXPECT_EQ(searched(R"(\d+)", "٣٤ 5"), (Texts{"٣٤", "5"}));
  EXPECT_EQ(searched(R"([\D]+)", "5a5"), Texts{"a"});
  EXPECT_EQ(searched(R"([[:alpha:]\d]+)", "a5-"), Texts{"a5"});
  EXPECT_EQ(searched(R"(\Q\w\E)", R"(a\w)"), Texts{R"(\w)"});
  EXPECT_EQ(searched(R"([]\w]+)", "]ä["), Texts{"]ä"});
}

TEST(PatternSet, TakesWordBoundariesAtItsEndsForUnicode) {
  EXPECT_EQ(searched(R"(\bÜbergabe\b)", "Die Übergabe, die Übergabenote"), Texts{"Übergabe"});
  EXPECT_EQ(searched(R"(\bab\b)", "ab ab,ab éab abé a\u0301ab"), (Texts{"ab", "ab", "ab"}));
  EXPECT_EQ(searched(R"(\bfoo!)", "foo!foo!"), (Texts{"foo!", "foo!"}));
  EXPECT_EQ(searched(R"(\bab|cd\b)", "abx xcd xab cdx"), (Texts{"ab", "cd"}));
  EXPECT_EQ(searched(R"((?i)\bab\b)", "AB xab", Case::exact), Texts{"AB"});
  EXPECT_EQ(searched("\\bab\\b", "x\u200Bab ab\u200B"), Texts{"ab"});
  EXPECT_EQ(searched(R"(\b(?:eins|zwei)\b)", "eins zwei dreizwei"), (Texts{"eins", "zwei"}));
}

TEST(PatternSet, ABytesPlaceIsACharacters) {
  PatternSet set;
  set.add(R"((\C)(\Cf))", {.groups = Groups::kept});
  set.compile();
  Draft draft("üöf");
  const auto hits = set.scan(draft);
  ASSERT_EQ(hits.all.size(), 1u);
  EXPECT_THAT(hits.groups_of(hits.all[0]), testing::ElementsAre("üöf", "ü", "öf"));
}

TEST(PatternSet, WidensToClusters) { EXPECT_EQ(searched("e", "e\u0301"), Texts{"e\u0301"}); }

TEST(PatternSet, GivesGroupsAsTheAuthorNumberedThem) {
  PatternSet set;
  set.add(R"(\b(\w+)-(x)?(?P<name>\w+)\b)", {.groups = Groups::kept});
  set.compile();
  Draft draft("ein-paar");
  const auto hits = set.scan(draft);
  ASSERT_EQ(hits.all.size(), 1u);
  const auto groups = hits.groups_of(hits.all[0]);
  EXPECT_THAT(groups, testing::ElementsAre("ein-paar", "ein", "", "paar"));
  EXPECT_EQ(expand_groups("$3 $1$$ $2|$9 $", groups), "paar ein$ | $");
}

// RE2 is built without its locks: whoever searches holds the pattern's.
TEST(PatternSet, IsSearchedByManyAtOnce) {
  PatternSet set;
  set.add(R"((?:a|b)*c[ab]{3}\w+)", {.groups = Groups::kept});
  set.add(R"(\b[a-c]+\b)", {});
  set.compile();
  const auto found = [&](const std::string& text) {
    Draft draft(text);
    Texts texts;
    for (const PatternHit& hit : set.scan(draft).all) texts.emplace_back(hit.range.of(text));
    return texts;
  };
  std::vector<std::string> drafts{"abcabab", "cab cabab abba", "aaaa bbbb c", "abcabcabcabc"};
  for (std::string& draft : drafts)
    for (int i = 0; i < 6; ++i) draft += ' ' + draft;
  std::vector<Texts> expected;
  for (const std::string& draft : drafts) expected.push_back(found(draft));
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (std::size_t i = 0; i < drafts.size(); ++i)
    threads.emplace_back([&, i] {
      for (int round = 0; round < 50; ++round) wrong += found(drafts[i]) == expected[i] ? 0 : 1;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(PatternSet, NamesThePlaceOfAnError) {
  EXPECT_THAT(searched("ab(?=c)", ""), testing::ElementsAre("invalid perl operator: (?= at character 3"));
  EXPECT_THAT(searched("(ab", ""), testing::ElementsAre(testing::HasSubstr("missing )")));
  EXPECT_THAT(searched("a**", ""), testing::ElementsAre(testing::HasSubstr("bad repetition operator")));
}

TEST(PatternSet, RunsPatternsWhoseAtomsOccur) {
  PatternSet set;
  set.add("kelvin|sommer", {});
  set.add("Übermut", {});
  set.add("[0-9]{3}", {});
  set.add("ÄÖ", {});
  set.compile();
  const auto patterns = [&](std::string_view text) {
    Draft draft(text);
    std::vector<std::uint32_t> found;
    for (const PatternHit& hit : set.scan(draft).all) found.push_back(hit.pattern);
    return found;
  };
  EXPECT_THAT(patterns("SOMMER 123"), testing::ElementsAre(0, 2));
  EXPECT_THAT(patterns("\u212Aelvin"), testing::ElementsAre(0)) << "the Kelvin sign folds to k";
  EXPECT_THAT(patterns("\u017Fommer"), testing::ElementsAre(0)) << "the long s folds to s";
  EXPECT_THAT(patterns("ÜBERMUT äö"), testing::ElementsAre(1, 3));
  EXPECT_THAT(patterns("nichts"), testing::ElementsAre());
}

TEST(PatternSet, MayBeEmpty) {
  PatternSet set;
  set.compile();
  Draft draft("text");
  EXPECT_TRUE(set.scan(draft).all.empty());
}

}  // namespace
}  // namespace herold::match
