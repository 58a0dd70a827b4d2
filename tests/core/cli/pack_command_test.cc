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
              HasSubstr("✗ /guidelines/0/examples/violates/0 (g): nothing is found in\n    Der�Adler\n"));
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

TEST_F(PackCommand, AnUnreadablePackIsStatusTwo) {
  const Outcome outcome = run({"pack", "test", file("empty.json", "")});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("empty.json is not JSON"));
}

}  // namespace
}  // namespace herold::cli
