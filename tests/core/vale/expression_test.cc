#include "vale/expression.h"

#include <gtest/gtest.h>

#include "vale/pattern.h"

namespace herold::vale {
namespace {

std::string printed(std::string_view pattern) { return print(parse_expression(pattern)); }

std::string refusal(std::string_view pattern) {
  try {
    printed(pattern);
    return "";
  } catch (const Unsupported& reason) {
    return reason.what();
  }
}

TEST(ValeExpression, KeepsWhatRE2SaysToo) {
  for (const std::string_view same : {"a|b", "(?:x+?|y{2,3})z*", "\\bfoo\\b", "[a-z0-9_]", "[^\\w-]",
                                      "\\p{Lu}.", "(?i)a(b)", "\\(s\\)", "{x}"})
    EXPECT_EQ(printed(same), same == "{x}" ? "\\{x\\}" : same == "[^\\w-]" ? "[^\\-\\w]" : same);
}

TEST(ValeExpression, SaysInRE2sWordsWhatNETWritesOtherwise) {
  EXPECT_EQ(printed("a\\sb"), "a[\\s\\pZ]b");
  EXPECT_EQ(printed("\\u2013"), "–");
  EXPECT_EQ(printed("(?<name>a)(?#why)"), "(a)");
  EXPECT_EQ(printed("\\-\\'\\_"), "-'_");
  EXPECT_EQ(printed("[\\w-.]"), "[\\-.\\w]");
  EXPECT_EQ(printed("[[]"), "[\\[]");
  EXPECT_EQ(printed("(?>a)b"), "(?:a)b");
  EXPECT_EQ(printed("( |[[:punct:]])[^[:digit:]x][[:no:]]"), "( |[[:punct:]])[^x[:digit:]][\\[:no:]\\]");
}

TEST(ValeExpression, RefusesWhatRE2CannotSay) {
  EXPECT_EQ(refusal("(a)\\1"), "has a back reference");
  EXPECT_EQ(refusal("(?>a+)"), "has an atomic group");
  EXPECT_EQ(refusal("a(?=b)c"), "looks around with “(?=b)”, which RE2 cannot");
  EXPECT_EQ(refusal("[a-z-[aeiou]]"), "takes one set of characters from another");
  EXPECT_EQ(refusal("(a"), "has a bracket that nothing closes");
  EXPECT_EQ(refusal("a)"), "has a bracket that nothing opens");
  EXPECT_EQ(refusal("[a"), "has a set of characters that nothing closes");
  EXPECT_EQ(refusal("a\\"), "ends with a backslash");
  EXPECT_EQ(refusal("*a"), "repeats nothing");
  EXPECT_EQ(refusal("\\xZZ"), "has a character number that is none");
  EXPECT_EQ(refusal(std::string(5000, '(')), "is nested too deeply");
}

TEST(ValeExpression, SpellsOutAFewTexts) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(few_texts(parse_expression("URLs?")), (Texts{"URL", "URLs"}));
  EXPECT_EQ(few_texts(parse_expression("wom[ae]n|man")), (Texts{"woman", "women", "man"}));
  EXPECT_EQ(few_texts(parse_expression("\\w+")), std::nullopt);
  EXPECT_EQ(few_texts(parse_expression("[a-z]")), std::nullopt);
}

TEST(ValeExpression, KnowsWhatIsPlain) {
  EXPECT_TRUE(is_plain("don't do über 3"));
  for (const std::string_view other : {"", "e.g.", "check-in", "a  b", " a", "a ", "'a", "colou?r"})
    EXPECT_FALSE(is_plain(other)) << other;
}

TEST(ValePattern, AsksForTheBoundaryOfTermsBesideWordsAndForRE2sElsewhere) {
  const auto pattern = [](std::string_view token) {
    return patterns_of(parse_expression(token), Bounds::word, Place::anywhere).patterns;
  };
  EXPECT_EQ(pattern("ours?"), std::vector<std::string>{"\\bours?\\b"});
  EXPECT_EQ(pattern("a|b"), std::vector<std::string>{"\\b(?:a|b)\\b"});
  EXPECT_EQ(pattern("e\\.g\\."), std::vector<std::string>{"(?:\\be\\.g\\.\\b)"});
  EXPECT_EQ(pattern("^But"), std::vector<std::string>{"(?m)\\b^But\\b"});
}

}  // namespace
}  // namespace herold::vale
