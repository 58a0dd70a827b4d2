#include <gmock/gmock.h>

#include "running.h"

namespace herold::cli {
namespace {

using testing::HasSubstr;

class PackCommand : public CommandTest {
 protected:
  Outcome test(std::string_view keys) const {
    return run({"pack", "test",
                file("pack.json", R"({"schema": 1, "id": "p", "guidelines": [{"id": "g", "kind": "existence",
                                      "message": "m", "terms": ["Falke"])" +
                                      std::string(keys) + "}]}")});
  }
};

TEST_F(PackCommand, SaysThatAllIsAsExpected) {
  const Outcome outcome = test(R"(, "examples": {"violates": ["Falke"], "complies": ["Adler"]})");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "✓ 2 examples of 1 guideline, all as expected\n");
  EXPECT_EQ(outcome.err, "");
}

TEST_F(PackCommand, PrintsEachFailureAndProblem) {
  const Outcome outcome =
      test(R"(, "examples": {"violates": ["Der\nAdler"], "complies": ["Ein Falke"]}}, {"id": "h")");
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.out,
              HasSubstr("✗ /guidelines/0/examples/violates/0 (g): nothing is found in\n    Der Adler\n"));
  EXPECT_THAT(outcome.out, HasSubstr("✗ /guidelines/0/examples/complies/0 (g): something is found in\n"
                                     "    Ein Falke\n    namely “Falke”\n"));
  EXPECT_THAT(outcome.out, HasSubstr("✗ /guidelines/1 (h): needs a “kind”\n"));
  EXPECT_THAT(outcome.out, HasSubstr("2 examples of 1 guideline: 2 failed; 2 problems\n"));
}

TEST_F(PackCommand, WarnsWithoutFailing) {
  const Outcome outcome = test("");
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out,
              HasSubstr("! /guidelines/0/examples (g): there is no example that should be found"));
}

TEST_F(PackCommand, ImportsAValeStyle) {
  const std::string rule = file("Words.yml", "extends: existence\nmessage: m\ntokens: [x, '(a)\\1']\n");
  const std::string style = rule.substr(0, rule.rfind('/')), pack = style + "/out.json";
  const Outcome outcome = run({"pack", "import-vale", style, "-o", pack});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.out, HasSubstr(".Words: “(a)\\1” has a back reference\n1 of 1 rule carried over\n"));
  EXPECT_EQ(run({"pack", "test", pack}).status, 0);
  const Outcome checked =
      run({"check", "--pack", pack, "--language", "en", "--fail-on", "warning", file("draft", "an x")});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr("1:4"));
  const Outcome printed = run({"pack", "import-vale", style});
  EXPECT_THAT(printed.out, testing::StartsWith("{\n  \"schema\": 1,"));
  EXPECT_THAT(printed.err, HasSubstr("1 of 1 rule carried over"));
}

TEST_F(PackCommand, AStyleThatCannotBeReadIsStatusTwo) {
  const Outcome outcome = run({"pack", "import-vale", "/nowhere"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err, "herold: /nowhere is not a directory\n");
}

TEST_F(PackCommand, NamesACommandThatIsNone) {
  EXPECT_EQ(run({"pakc"}).err, "herold: there is no command “pakc”; --help lists them\n");
  EXPECT_EQ(run({"pack", "tets"}).err, "herold: there is no command “tets”; --help lists them\n");
}

TEST_F(PackCommand, SaysWhereTheCommandsAndOptionsAreToBeFound) {
  EXPECT_EQ(run({}).err, "herold: a command is wanted; --help lists them\n");
  EXPECT_EQ(run({"pack"}).err, "herold: a command is wanted; --help lists them\n");
  EXPECT_EQ(run({"pack", "test", "a.json", "--loud"}).err,
            "herold: there is no option “--loud” here; --help lists them\n");
  EXPECT_EQ(run({"pack", "test", "a.json", "b.json"}).err, "herold: “b.json” is one argument too many\n");
  EXPECT_EQ(run({"pack", "test"}).err, "herold: PACK is missing; --help says what it takes\n");
}

TEST_F(PackCommand, AnUnreadablePackIsStatusTwo) {
  const Outcome outcome = run({"pack", "test", file("empty.json", "")});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("empty.json is not JSON"));
}

}  // namespace
}  // namespace herold::cli
