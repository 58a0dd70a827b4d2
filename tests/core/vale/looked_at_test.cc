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
  const nlohmann::json pack = {
      {"schema", 1},
      {"id", "p"},
      {"guidelines",
       {{{"id", "g"},
         {"kind", "existence"},
         {"message", "m"},
         {"match", {{"case", "exact"}}},
         {"patterns", patterns_of(parse_expression(token), bounds, Place::anywhere)}}}}};
  const PackResult loaded = load_pack(pack.dump(), Audience::publisher);
  std::vector<std::string> texts;
  if (!loaded.pack || !loaded.problems.empty()) return {"the pack is broken"};
  for (const Finding& finding : loaded.pack->checker->check(draft, {}).findings)
    texts.push_back(finding.match);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(LookedAt, WhatMustNotFollow) {
  EXPECT_EQ(found("it is(?!\\.)", "it is. it is! it is"), (Texts{"it is", "it is"}));
  EXPECT_EQ(found("master(?! broker| boot record)", "master broker, master boot, master boot record, master"),
            (Texts{"master", "master"}));
  EXPECT_EQ(found("a(?! b)(?! c)", "a b a c a d"), (Texts{"a"}));
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
}

TEST(LookedAt, NeighboursShareWhatStandsBetweenThem) {
  EXPECT_EQ(found("(?<!x)ab(?!x)", "ab ab xab abx ab"), (Texts{"ab", "ab", "ab"}));
  EXPECT_EQ(found("(?<= )a(?= )", " a a a ", Bounds::none), (Texts{"a", "a", "a"}));
}

TEST(LookedAt, LooksAtTheEndsOfAlternativesInBrackets) {
  EXPECT_EQ(found("\\b(?:vs\\.(?!\\w)|vs(?![.\\w]))", "vs. us, vs us, vsx", Bounds::none),
            (Texts{"vs.", "vs"}));
}

TEST(LookedAt, RefusesWhatCannotBeSaid) {
  for (const char* token : {"a(?!\\w+b)", "(?!a)\\w+", "a(?=b)(?!c)", "x(?<!y)z", "a(?!\\d|\\w1)"}) {
    EXPECT_THROW(patterns_of(parse_expression(token), Bounds::none, Place::anywhere), Unsupported) << token;
  }
}

}  // namespace
}  // namespace herold::vale
