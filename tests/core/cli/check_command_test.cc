#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/terminal.h"
#include "herold/check.h"
#include "running.h"

namespace herold::cli {
namespace {

using testing::HasSubstr;

class CheckCommand : public CommandTest {
 protected:
  const std::string pack_ =
      file("pack.json", R"({"schema": 1, "id": "p", "defaultLanguage": "de", "guidelines": [
      {"id": "g", "kind": "existence", "message": "«{match}» ist vertraulich.", "why": "Darum.", "severity": "error",
       "terms": ["Falke"], "replace": ["Adler"], "applies": {"notGroups": ["press"], "notRoles": ["chief"]}},
      {"id": "h", "kind": "telepathy", "message": "m"}]})");

  Outcome check(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"check", "--pack", pack_, "--language", "de"});
    return run(std::move(arguments));
  }
};

TEST_F(CheckCommand, PrintsTheContractsObjectForOneFile) {
  const Outcome outcome = check({"--format", "json", file("a.txt", "Ein Falke")});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, testing::StartsWith(R"({"language":"de","findings":[{"guideline":"g",)"));
  EXPECT_THAT(outcome.out, HasSubstr(R"("problems":[{"pointer":"/guidelines/1/kind","guideline":"h",)"));
  EXPECT_THAT(outcome.err, HasSubstr("left out: /guidelines/1/kind (h): “telepathy” is not known"));
}

TEST_F(CheckCommand, WhatAPackHoldsNeitherBreaksALineNorSteersTheTerminal) {
  const auto of_pack = [&](const std::string& keys) {
    return run({"check", "--pack", file("odd.json", "{\"schema\": 1, " + keys + "}"), file("a.txt", "x")})
        .err;
  };
  EXPECT_THAT(of_pack(R"("id": "p", "guidelines": [{"id": "g", "kind": "a\nb\u001b[31m", "message": "m"}])"),
              HasSubstr("left out: /guidelines/0/kind (g): “a b�[31m” is not known"));
  EXPECT_THAT(of_pack(R"("id": "a\nb\u001b[31m", "guidelines": [])"),
              HasSubstr("/id “a b [31m” is not an id"));
}

TEST_F(CheckCommand, PrintsAnArrayForSeveralFiles) {
  const std::string a = file("a.txt", "Falke"), b = file("b.txt", "Adler");
  const Outcome outcome = check({"--format", "json", a, b});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out, testing::StartsWith("[{\"file\":\"" + a + "\",\"language\":\"de\""));
  EXPECT_THAT(outcome.out, HasSubstr("{\"file\":\"" + b + "\",\"language\":\"de\",\"findings\":[]"));
}

TEST_F(CheckCommand, ShowsTheLineTheWordsTheMessageAndTheFix) {
  const Outcome outcome = check({file("a.txt", "Eins\nZwei Falke 🎉 Falke\n")});
  EXPECT_THAT(outcome.out, HasSubstr("a.txt:2:6  error  g\n"
                                     "  2 │ Zwei Falke 🎉 Falke\n"
                                     "    │      ═════\n"
                                     "    «Falke» ist vertraulich.\n"
                                     "    Darum.\n"
                                     "    → Durch «Adler» ersetzen\n"));
  EXPECT_THAT(outcome.out, HasSubstr("a.txt:2:14  error  g\n"
                                     "  2 │ Zwei Falke 🎉 Falke\n"
                                     "    │               ═════\n"));
  EXPECT_THAT(outcome.out, HasSubstr("2 findings: 2 errors\n"));
}

TEST_F(CheckCommand, SumsUpSeveralDrafts) {
  const std::string a = file("a.txt", "Falke, Falke"), b = file("b.txt", "Adler");
  EXPECT_THAT(check({a, b}).out, testing::EndsWith("2 findings in 1 of 2 drafts: 2 errors\n"));
  EXPECT_EQ(check({b}).out, "✓ nothing found\n");
  EXPECT_EQ(check({b, b}).out, "✓ nothing found in 2 drafts\n");
}

TEST_F(CheckCommand, BreaksLongTextsAndShowsOfLongLinesWhatMatters) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "und so weiter ";
  const Outcome outcome = check({file("a.txt", words + "\tFalke " + words)});
  for (std::size_t start = 0; start < outcome.out.size();) {
    const std::size_t end = outcome.out.find('\n', start);
    EXPECT_LE(columns(outcome.out.substr(start, end - start)), Terminal::usual_width);
    start = end + 1;
  }
  EXPECT_THAT(outcome.out, HasSubstr(" Falke und so"));
}

// It took hours for a megabyte, when each finding read its line from the start.
TEST_F(CheckCommand, ALineFullOfFindingsTakesOnePass) {
  constexpr int findings = 100'000;
  std::string words = "ä ";
  for (int i = 0; i < findings; ++i) words += "Falke ";
  const Outcome outcome = check({file("a.txt", words)});
  EXPECT_THAT(outcome.out, HasSubstr("a.txt:1:3  error"));
  EXPECT_THAT(outcome.out, HasSubstr("a.txt:1:" + std::to_string(3 + 6 * (findings - 1)) + "  error"));
  EXPECT_THAT(outcome.out, testing::EndsWith("100000 findings: 100000 errors\n"));
}

TEST_F(CheckCommand, InvisibleCharactersOfALineAreNotShownForEver) {
  std::string hidden;
  for (int i = 0; i < 100'000; ++i) hidden += "\u200B";
  const Outcome outcome = check({file("a.txt", "Adler " + hidden + " Falke")});
  EXPECT_THAT(outcome.out, HasSubstr("a.txt:1:100008  error"));
  EXPECT_THAT(outcome.out, HasSubstr("Falke\n"));
  EXPECT_LT(outcome.out.size(), 10'000U);
}

TEST_F(CheckCommand, SarifCountsColumnsInUtf16) {
  const Outcome outcome = check({"--format", "sarif", file("a.txt", "🎉\r\nZwei 🎉 Falke"), file("b.txt", "")});
  EXPECT_EQ(outcome.status, 1);
  const auto log = nlohmann::json::parse(outcome.out);
  const auto& result = log["runs"][0]["results"][0];
  const nlohmann::json region = {{"startLine", 2}, {"startColumn", 9}, {"endLine", 2}, {"endColumn", 14}};
  EXPECT_EQ(log["version"], "2.1.0");
  EXPECT_EQ(log["runs"][0]["columnKind"], "utf16CodeUnits");
  EXPECT_EQ(log["runs"][0]["results"].size(), 1U);
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"], region);
  EXPECT_EQ(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["deletedRegion"], region);
  EXPECT_EQ(log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].get<int>()]["id"],
            result["ruleId"]);
  EXPECT_EQ(log["runs"][0]["artifacts"].size(), 2U);
}

TEST_F(CheckCommand, ConditionsComeFromTheCommandLine) {
  const std::string draft = file("a.txt", "Falke");
  EXPECT_EQ(check({"--group", "other", "--group", "press", draft}).status, 0);
  EXPECT_EQ(check({"--role", "chief", draft}).status, 0);
  EXPECT_EQ(check({"--ignore", "g=FALKE", draft}).status, 0);
  EXPECT_EQ(check({"--group", "other", draft}).status, 1);
}

TEST_F(CheckCommand, BadUsageIsOneLineAndStatusTwo) {
  const std::string draft = file("a.txt", "x");
  const auto expect_failure = [&](std::vector<std::string> arguments, const std::string& said) {
    const Outcome outcome = check(std::move(arguments));
    EXPECT_EQ(outcome.status, 2) << said;
    EXPECT_THAT(outcome.err, HasSubstr(said));
    EXPECT_EQ(std::count(outcome.err.begin(), outcome.err.end(), '\n'), 1) << outcome.err;
    EXPECT_EQ(outcome.out, "");
  };
  expect_failure({"--format", "yaml", draft}, "--format yaml");
  expect_failure({"--network", "orkut", draft}, "--network orkut");
  expect_failure({"--at", "2026-02-10T09:00:00", draft}, "--at 2026-02-10T09:00:00");
  expect_failure({"--fail-on", "never", draft}, "--fail-on never");
  expect_failure({"--reader", "?", draft}, "--reader ?");
  expect_failure({"--captions", file("c.json", "{}"), draft}, "c.json: expected a JSON list of texts");
  expect_failure({"--colour", draft}, "--colour");
  expect_failure({"--role", "a", "--role", "b", draft}, "--role is given more than once; give it once");
  expect_failure({draft, "--network"}, "--network needs a value; --help says which");
  expect_failure({draft, "--role", "a", "--role"}, "--role needs a value; --help says which");
  expect_failure({"no-such-draft.txt"}, "cannot read no-such-draft.txt: No such file or directory");
  expect_failure({file("bad.txt", "ab\xC0\x80")}, "bad.txt is not valid UTF-8 at byte 2");
  expect_failure({file("big.txt", std::string(max_draft_bytes + 1, 'x'))}, "big.txt is longer than 1 MiB");
}

TEST_F(CheckCommand, AnUnreadablePackIsOneLineToo) {
  const Outcome outcome = run({"check", "--pack", file("p.json", "{\n]"), file("a.txt", "x")});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("p.json is not JSON: line 2, column 1"));
}

TEST_F(CheckCommand, ExplainsWhyAGuidelineSpeaksOrDoesNot) {
  const std::string draft = file("a.txt", "Ein Falke und Falken");
  EXPECT_THAT(check({"--explain", "g", "--role", "chief", draft}).out,
              HasSubstr("g  It does not apply to this draft: notRoles does not hold.\n"
                        "    ✗ notRoles: chief  (is: chief)\n"
                        "    ✓ notGroups: press  (not given)\n"
                        "    “Falke” at 1:5  by “Falke”  would count\n"
                        "    “Falke” at 1:15  by “Falke”  no match: only part of a longer word\n"));
  const Outcome json = check({"--explain", "g", "--format", "json", draft});
  EXPECT_EQ(json.status, 1);
  EXPECT_THAT(
      json.out,
      HasSubstr(
          R"("explanations":[{"guideline":"g","kind":"existence","verdict":"It speaks of one place.")"));
}

TEST_F(CheckCommand, ExplainsOnlyWhatThePackHas) {
  const std::string draft = file("a.txt", "x");
  EXPECT_EQ(check({"--explain", "nothing", draft}).status, 2);
  EXPECT_THAT(check({"--explain", "nothing", draft}).err, HasSubstr("the pack has no such guideline"));
  EXPECT_THAT(check({"--explain", "h", draft}).err,
              HasSubstr("it is broken and left out: /guidelines/1/kind"));
}

}  // namespace
}  // namespace herold::cli
