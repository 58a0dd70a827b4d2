// Lookarounds are said without them: the same texts must match. The expectations stand beside each pattern.
#include "vale/looked_at.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "herold/pack.h"
#include "vale/pattern.h"

namespace herold::vale {
namespace {

/// What a token finds in a draft, one after the other.
std::vector<std::string> found(std::string_view token, std::string_view draft, Bounds bounds = Bounds::word) {
  const Patterns said = patterns_of(parse_expression(token), bounds, Place::anywhere);
  const nlohmann::json pack = {{"schema", 1},
                               {"id", "p"},
                               {"guidelines",
                                {{{"id", "g"},
                                  {"kind", "existence"},
                                  {"message", "m"},
                                  {"match", {{"case", "exact"}}},
                                  {"patterns", said.patterns},
                                  {"exceptPatterns", said.exceptions}}}}};
  const auto loaded = load_pack(pack.dump(), Audience::publisher);
  std::vector<std::string> texts;
  if (!loaded || !loaded->problems.empty()) return {"the pack is broken"};
  for (const Finding& finding : loaded->checker->check(draft, {}).findings) texts.push_back(finding.match);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(LookedAt, WhatMustNotFollow) {
  EXPECT_EQ(found("it is(?!\\.)", "it is. it is! it is"), (Texts{"it is", "it is"}));
  EXPECT_EQ(found("master(?! broker| boot record)", "master broker, master boot, master boot record, master"),
            (Texts{"master", "master"}));
  EXPECT_EQ(found("a(?! b)(?! c)", "a b a c a d"), (Texts{"a"}));
}

TEST(LookedAt, AWholeWordMustNotFollow) {
  EXPECT_EQ(
      found("\\b\\d\\s?(?:[ap]\\.?m\\.?)(?!\\w+\\b|\\.)", "5 pm, 6 am. 7 p.m. 8 pmx 9 amber", Bounds::none),
      (Texts{"5 pm", "6 am.", "7 p.m."}));
}

TEST(LookedAt, WhatMustNotStandInFront) {
  EXPECT_EQ(found("(?<!/)etc", "etc /etc etc"), (Texts{"etc", "etc"}));
  EXPECT_EQ(found("(?<!mobile |cell )phone", "mobile phone, cell phone, my phone, phone"),
            (Texts{"phone", "phone"}));
  EXPECT_EQ(found("(?<!:[^ ]+?):\\s[A-Z]", "Note: This. a:b: No. x:: Yes", Bounds::none),
            (Texts{": T", ": Y"}));
}

TEST(LookedAt, WhatMustBeThere) {
  EXPECT_EQ(found("\\b(?:eg|e\\.g\\.)(?=[\\s,;])", "e.g. this, eg, egg eg.", Bounds::none),
            (Texts{"e.g.", "eg"}));
  EXPECT_EQ(found("(?<=\\s)-\\d+", "a -5, b-6 -7", Bounds::none), (Texts{"-5", "-7"}));
  EXPECT_EQ(found("(?<!,\\s+)for example(?!s)(?=[,:])", "for example, for examples, so, for example, is",
                  Bounds::none),
            (Texts{"for example"}))
      << "this must be there and that must not";
}

TEST(LookedAt, NeighboursShareWhatStandsBetweenThem) {
  EXPECT_EQ(found("(?<!x)ab(?!x)", "ab ab xab abx ab"), (Texts{"ab", "ab", "ab"}));
  EXPECT_EQ(found("(?<= )a(?= )", " a a a ", Bounds::none), (Texts{"a", "a", "a"}));
}

TEST(LookedAt, LooksAtTheEndsOfAlternativesInBrackets) {
  EXPECT_EQ(found("\\b(?:vs\\.(?!\\w)|vs(?![.\\w]))", "vs. us, vs us, vsx", Bounds::none),
            (Texts{"vs.", "vs"}));
}

TEST(LookedAt, InTheMiddle) {
  EXPECT_EQ(found("a/(?!b|c)\\w+", "a/b a/bee a/dee a/c"), (Texts{"a/dee"}));
  EXPECT_EQ(found("v1 \\((?!(One|One Two))[^)]+\\)", "v1 (One) v1 (Two) v1 (One Two)", Bounds::none),
            (Texts{"v1 (Two)"}));
  EXPECT_EQ(found("(x(?!-)\\S+)\\.", "x-a. xb.", Bounds::none), (Texts{"xb."})) << "inside brackets";
}

TEST(LookedAt, AtWhatIsOfAnyLength) {
  EXPECT_EQ(
      found("in addition(?!\\s+to\\b)", "in addition to, in addition, in addition  to, in addition too"),
      (Texts{"in addition", "in addition"}));
  EXPECT_EQ(found("\\bred\\b(?!-? *hat)|blue", "red hat, red-hat, red, blue hat"), (Texts{"red", "blue"}));
  EXPECT_EQ(found("(?<!//.*)xref:\\w+", "xref:a // xref:b", Bounds::none), (Texts{"xref:a"}));
  EXPECT_EQ(found("TODO:? +(?!#\\d+)", "TODO: #1, TODO it, TODO: 1", Bounds::none),
            (Texts{"TODO ", "TODO: "}));
}

TEST(LookedAt, BehindWhatFitsInOneWay) {
  EXPECT_EQ(found("% TODO:? +(?!#\\d+|\\[\\w+-\\d+\\])", "% TODO: it % TODO #1 % TODO: [A-1]", Bounds::none),
            (Texts{"% TODO: "}));
  EXPECT_EQ(found("\\w+(?! (?:of|off) \\w+)", "a of b", Bounds::word), (Texts{"of", "b"}));
}

TEST(LookedAt, AtRuns) {
  EXPECT_EQ(found("to(?!\\s+do)", "to do to  do to dot to go to", Bounds::none), (Texts{"to", "to"}));
  EXPECT_EQ(found("(?<!,\\s+)but", "a, but b but c,  but,but but", Bounds::none),
            (Texts{"but", "but", "but"}));
  EXPECT_EQ(found("a(?!\\s*[.!])", "a. a ! a, a  . a b", Bounds::none), (Texts{"a", "a"}));
}

TEST(LookedAt, AnExceptionOfOneAlternativeSparesTheOthers) {
  EXPECT_EQ(found("(?<=,\\s+)but|(?<!,\\s+)but(?!\\s)", "a, but b but c but", Bounds::none),
            (Texts{"but", "but"}));
}

TEST(LookedAt, AtSetsThatOverlap) {
  EXPECT_EQ(found("(?<![-:]\\s|[-:,]|Day )0(?![-:,])(?! Jan(?!uary)?)", "0 -0 - 0 Day 0 0, 0 Jan 0"),
            (Texts{"0", "0"}));
  EXPECT_EQ(found("(?<!-|.)env", "env x env"), (Texts{"env"}));
  EXPECT_EQ(found("a(?!\\d|\\w1)", "a1 ab1 a2 ab", Bounds::none), (Texts{"a"}));
  EXPECT_EQ(found("a(?!x|\\w1)", "ax ab1 ab", Bounds::none), (Texts{"a"}));
}

TEST(LookedAt, RefusesWhatCannotBeSaid) {
  for (const char* token : {"(?!a)\\w+", "a(?=b)(?=c)(?!\\w+x)", "x(?<!y)z", "a(?=b)c", "\\w+x(?!(?:yz)+a)",
                            "(?:a|ab)(?!(?:cd)*e)", "(?<!x.*)\\w+"}) {
    EXPECT_THROW(patterns_of(parse_expression(token), Bounds::none, Place::anywhere), Unsupported) << token;
  }
}

}  // namespace
}  // namespace herold::vale
