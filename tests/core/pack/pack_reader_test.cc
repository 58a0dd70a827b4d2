#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../check/checking.h"
#include "herold/pack.h"

namespace herold {
namespace {

using ::testing::HasSubstr;
using testing_check::pack_of;

struct Broken {
  const char* guideline;
  const char* pointer;
  const char* message;  // a part of it
};

std::ostream& operator<<(std::ostream& out, const Broken& broken) { return out << broken.guideline; }

class BrokenGuideline : public testing::TestWithParam<Broken> {};

TEST_P(BrokenGuideline, IsLeftOutAndNamed) {
  const std::string good = R"({"id": "good", "kind": "existence", "message": "m", "terms": ["x"]})";
  const auto loaded = load_pack(pack_of(good + "," + GetParam().guideline + "," +
                                        R"({"id": "also", "kind": "repetition", "message": "m"})"),
                                Audience::client);
  EXPECT_TRUE(loaded) << loaded.error().message;
  ASSERT_EQ(loaded->problems.size(), 1U);
  EXPECT_EQ(loaded->problems[0].pointer, GetParam().pointer);
  EXPECT_THAT(loaded->problems[0].message, HasSubstr(GetParam().message));
  ASSERT_EQ(loaded->guidelines.size(), 2U);
  EXPECT_EQ(loaded->guidelines[1].id, "also");
  const Report report = loaded->checker->check("x die die", {});
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[1].guideline, "also");
}

#define EXISTENCE R"({"id": "g", "kind": "existence", "message": "m", )"

INSTANTIATE_TEST_SUITE_P(
    Common, BrokenGuideline,
    testing::Values(Broken{"7", "/guidelines/1", "must be an object"},
                    Broken{R"({"kind": "repetition", "message": "m"})", "/guidelines/1", "needs an “id”"},
                    Broken{R"({"id": "Zwei!", "kind": "repetition", "message": "m"})", "/guidelines/1/id",
                           "“Zwei!” is not an id"},
                    Broken{R"({"id": "good", "kind": "repetition", "message": "m"})", "/guidelines/1/id",
                           "earlier guideline"},
                    Broken{R"({"id": "g", "message": "m"})", "/guidelines/1", "needs a “kind”"},
                    Broken{R"({"id": "g", "kind": "telepathy", "message": "m"})", "/guidelines/1/kind",
                           "“telepathy” is not known"},
                    Broken{R"({"id": "g", "kind": "repetition"})", "/guidelines/1", "needs a “message”"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": ""})", "/guidelines/1/message",
                           "must not be empty"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": {"en": "m"}})",
                           "/guidelines/1/message", "no text in the default language “de”"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": {"de": "m", "e n": "m"}})",
                           "/guidelines/1/message/e n", "not a language tag"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": "{mtach}"})",
                           "/guidelines/1/message", "placeholder “mtach”"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": "m", "why": {"de": "{x}"}})",
                           "/guidelines/1/why/de", "placeholder “x”"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": "m", "severity": "fatal"})",
                           "/guidelines/1/severity", "“suggestion”, “warning” or “error”"},
                    Broken{R"({"id": "g", "kind": "repetition", "message": "m", "link": "javascript:x"})",
                           "/guidelines/1/link", "http:// or https://"},
                    Broken{
                        R"({"id": "g", "kind": "repetition", "message": "m", "examples": {"violates": [1]}})",
                        "/guidelines/1/examples/violates/0", "must be a text"}));

INSTANTIATE_TEST_SUITE_P(
    Applies, BrokenGuideline,
    testing::Values(
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"role": ["a"]}})", "/guidelines/1/applies/role",
               "did you mean “roles”?"},
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"roles": []}})", "/guidelines/1/applies/roles",
               "must not be empty"},
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"languages": ["de", "deutsch!!"]}})",
               "/guidelines/1/applies/languages/1", "not a language tag"},
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"networks": ["orkut"]}})",
               "/guidelines/1/applies/networks/0", "“orkut” is not known"},
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"until": "2026-02-30T08:00:00Z"}})",
               "/guidelines/1/applies/until", "2026-02-30T08:00:00Z"},
        Broken{
            EXISTENCE
            R"("terms": ["x"], "applies": {"from": "2026-01-01T00:00:00Z", "until": "2026-01-01T01:00:00+01:00"}})",
            "/guidelines/1/applies/until", "later than “from”"},
        Broken{EXISTENCE R"("terms": ["x"], "applies": {"periods": [{}]}})",
               "/guidelines/1/applies/periods/0", "needs “from” or “until”"}));

INSTANTIATE_TEST_SUITE_P(
    Matchers, BrokenGuideline,
    testing::Values(
        Broken{R"({"id": "g", "kind": "existence", "message": "m"})", "/guidelines/1", "needs “terms”"},
        Broken{EXISTENCE R"("terms": []})", "/guidelines/1/terms", "must not be empty"},
        Broken{EXISTENCE R"("terms": ["a", ""]})", "/guidelines/1/terms/1", "nothing to look for"},
        Broken{EXISTENCE R"("terms": ["a", "\u200b"]})", "/guidelines/1/terms/1", "nothing to look for"},
        Broken{EXISTENCE R"("terms": ["a", 5]})", "/guidelines/1/terms/1", "must be a text"},
        Broken{EXISTENCE R"("terms": ["a"], "except": [""]})", "/guidelines/1/except/0",
               "nothing to look for"},
        Broken{EXISTENCE R"json("patterns": ["a", "x(?=y)"]})json", "/guidelines/1/patterns/1",
               "not a pattern that RE2 takes"},
        Broken{EXISTENCE R"("detect": ["email", "mood"]})", "/guidelines/1/detect/1", "“email”, “phone”, "},
        Broken{EXISTENCE R"("terms": ["a"], "match": {"cases": "fold"}})", "/guidelines/1/match/cases",
               "did you mean “case”?"},
        Broken{EXISTENCE R"("terms": ["a"], "match": {"case": "upper"}})", "/guidelines/1/match/case",
               "“fold” or “exact”"}));

#define OF_KIND(kind) R"({"id": "g", "message": "m", "kind": ")" kind R"(", )"

INSTANTIATE_TEST_SUITE_P(
    Kinds, BrokenGuideline,
    testing::Values(
        Broken{OF_KIND("substitution") R"("match": {}})", "/guidelines/1", "needs “swap” or “swapPatterns”"},
        Broken{OF_KIND("substitution") R"("swap": {}})", "/guidelines/1/swap", "must not be empty"},
        Broken{OF_KIND("substitution") R"("swap": {"a/b": 5}})", "/guidelines/1/swap/a~1b",
               "a text or a list of texts"},
        Broken{OF_KIND("substitution") R"json("swapPatterns": {"(": "x"}})json",
               "/guidelines/1/swapPatterns/(", "RE2"},
        Broken{OF_KIND("substitution") R"json("swapPatterns": {"(a)b(?:c)": ["$1", "$$2 $2"]}})json",
               "/guidelines/1/swapPatterns/(a)b(?:c)", "group"},
        Broken{OF_KIND("substitution") R"("swap": {"Falke": "Projekt"}, "secret": true})",
               "/guidelines/1/secret", "only with the kind “existence”"},
        Broken{OF_KIND("capitalization") R"("term": ["X"]})", "/guidelines/1", "needs “terms”"},
        Broken{OF_KIND("occurrence") R"("max": 1})", "/guidelines/1", "needs a “count” or a matcher"},
        Broken{OF_KIND("occurrence") R"("count": "words"})", "/guidelines/1", "needs “min” or “max”"},
        Broken{OF_KIND("occurrence") R"("count": "words", "max": -1})", "/guidelines/1/max",
               "whole number from 0"},
        Broken{OF_KIND("occurrence") R"("count": "words", "max": 1.5})", "/guidelines/1/max",
               "whole number from 0"},
        Broken{OF_KIND("occurrence") R"("count": "words", "min": 3, "max": 2})", "/guidelines/1/min",
               "above “max”"},
        Broken{OF_KIND("occurrence") R"("count": "words", "min": 0})", "/guidelines/1/min",
               "must be above 0"},
        Broken{OF_KIND("metric") R"("metric": "lix", "min": 0})", "/guidelines/1/min", "must be above 0"},
        Broken{OF_KIND("metric") R"("metric": "sentence-length", "max": -1})", "/guidelines/1/max",
               "must not be below 0"},
        Broken{OF_KIND("occurrence") R"("count": "words", "terms": ["a"], "max": 1})", "/guidelines/1/count",
               "beside a matcher"},
        Broken{OF_KIND("conditional") R"("if": {"terms": ["a"]}})", "/guidelines/1", "needs “then”"},
        Broken{OF_KIND("conditional") R"("if": {"term": ["a"]}, "then": {"terms": ["b"]}})",
               "/guidelines/1/if/term", "did you mean “terms”?"},
        Broken{OF_KIND("conditional") R"("if": {"terms": ["a"]}, "then": {"patterns": ["["]}})",
               "/guidelines/1/then/patterns/0", "RE2"},
        Broken{
            OF_KIND(
                "conditional") R"("if": {"terms": ["a"]}, "then": {"terms": ["b"]}, "insert": {"at": "end"}})",
            "/guidelines/1/insert", "needs a “text”"},
        Broken{OF_KIND("sequence") R"("first": {"terms": ["a"]}})", "/guidelines/1", "needs “second”"},
        Broken{OF_KIND("consistency") R"("either": {"b": "c", "E-mail": "e Mail"}})",
               "/guidelines/1/either/E-mail", "match the same texts"},
        Broken{OF_KIND("consistency") R"("either": {"a": "\u00ad"}})", "/guidelines/1/either/a",
               "nothing to look for"},
        Broken{OF_KIND("metric") R"("metric": "charm", "min": 3})", "/guidelines/1/metric",
               "“charm” is not known"},
        Broken{OF_KIND("link") R"("https": false})", "/guidelines/1", "needs “allowDomains”"},
        Broken{OF_KIND("link") R"("denyDomains": ["https://a.example"]})", "/guidelines/1/denyDomains/0",
               "is not a domain"},
        Broken{OF_KIND("similarity") R"("max": 1})", "/guidelines/1/max", "below 1"}));

struct Unreadable {
  const char* pack;
  const char* message;
};

TEST(Pack, ABrokenHeadMakesItUnreadable) {
  for (const Unreadable& unreadable : {
           Unreadable{"", "is not JSON"},
           Unreadable{"[]", "is not a pack: it must be an object"},
           Unreadable{R"({"id": "p", "guidelines": []})", "needs a “schema”"},
           Unreadable{R"({"schema": 2, "id": "p", "guidelines": []})", "/schema must be 1"},
           Unreadable{R"({"schema": "1", "id": "p", "guidelines": []})", "/schema must be 1"},
           Unreadable{R"({"schema": 1, "guidelines": []})", "needs an “id”"},
           Unreadable{R"({"schema": 1, "id": "p"})", "needs “guidelines”"},
           Unreadable{R"({"schema": 1, "id": "p", "guidelines": {}})", "/guidelines must be a list"},
           Unreadable{R"({"schema": 1, "id": "p", "defaultLanguage": "?", "guidelines": []})",
                      "/defaultLanguage"},
           Unreadable{R"({"schema": 1, "id": "p", "title": {"de": "t"}, "guidelines": []})",
                      "/title has no text"},
           Unreadable{R"({"schema": 1, "id": "p", "id": "p", "guidelines": []})", "the key “id” twice"},
       }) {
    const auto loaded = load_pack(unreadable.pack, Audience::client);
    ASSERT_FALSE(loaded) << unreadable.pack;
    EXPECT_THAT(loaded.error().message, HasSubstr(unreadable.message)) << unreadable.pack;
  }
}

TEST(Pack, TitleAndDefaultLanguageHaveDefaults) {
  const auto loaded = load_pack(R"({"schema": 1, "id": "p", "guidelines": []})", Audience::client);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->title.pick("de", "en"), "p");
  EXPECT_EQ(loaded->default_language, "en");
}

TEST(Pack, MoreGuidelinesThanTheLimitAreRefused) {
  std::string guidelines = "0";
  for (std::size_t i = 0; i < PackLimits::guidelines; ++i) guidelines += ",0";
  EXPECT_THAT(load_pack(pack_of(guidelines), Audience::client).error().message,
              HasSubstr("more than 50000 guidelines"));
}

TEST(Pack, APublisherHearsOfEveryProblemAndOfWhatIsProbablyAMistake) {
  const auto loaded = load_pack(pack_of(R"({"id": "g", "kind": "existence", "mesage": "m", "terms": [1, 2]},
                                                 {"id": "h", "kind": "repetition", "message": "m"})"),
                                Audience::publisher);
  std::vector<std::string> problems, warnings;
  for (const Problem& problem : loaded->problems) problems.push_back(problem.pointer);
  for (const Problem& warning : loaded->warnings) warnings.push_back(warning.pointer);
  EXPECT_EQ(problems,
            (std::vector<std::string>{"/guidelines/0/terms/0", "/guidelines/0/terms/1", "/guidelines/0"}));
  EXPECT_EQ(warnings, (std::vector<std::string>{"/guidelines/0/mesage", "/guidelines/0/examples",
                                                "/guidelines/0/examples", "/guidelines/1/examples",
                                                "/guidelines/1/examples"}));
  EXPECT_THAT(loaded->warnings[0].message, HasSubstr("did you mean “message”?"));
}

TEST(Pack, APublisherHearsOfPlaceholdersThatComeOutEmpty) {
  const auto loaded = load_pack(
      pack_of(
          R"({"id": "a", "kind": "existence", "terms": ["x"], "message": "{match}: {replacement}", "why": {"de": "{count}", "en": "{limit} {count}"}},
             {"id": "b", "kind": "existence", "terms": ["x"], "message": "{replacement}", "replace": ["y"]},
             {"id": "c", "kind": "occurrence", "count": "words", "max": 9, "message": "{count}/{limit}", "lesson": "{replacement}"},
             {"id": "d", "kind": "similarity", "max": 0.5, "message": "{count}/{limit}"},
             {"id": "e", "kind": "link", "https": true, "message": "{match}", "source": "{count}"},
             {"id": "f", "kind": "existence", "message": "{replacement}", "terms": [1]})"),
      Audience::publisher);
  std::vector<std::string> warnings;
  for (const Problem& warning : loaded->warnings)
    if (warning.message.find("nothing fills") != std::string::npos)
      warnings.push_back(warning.guideline + " " + warning.pointer);
  EXPECT_EQ(warnings, (std::vector<std::string>{"a /guidelines/0/message", "a /guidelines/0/why",
                                                "a /guidelines/0/why", "c /guidelines/2/lesson"}))
      << "a broken guideline is to be mended first";
  EXPECT_EQ(loaded->warnings[0].message, "nothing fills “{replacement}” in this guideline: take it out");
}

}  // namespace
}  // namespace herold
