#include <gtest/gtest.h>

#include "herold/check_json.h"

namespace herold {
namespace {

std::string pack_with(std::string_view keys) {
  return R"({"schema": 1, "id": "p", "defaultLanguage": "de", "guidelines": [7, {"id": "g", "kind": "existence",
             "message": "m", "terms": ["Falke"], )" +
         std::string(keys) + "}]}";
}

TEST(TestPack, NamesEachExampleThatDoesNotHold) {
  const TestReport report = test_pack(
      pack_with(R"("examples": {"violates": ["Der Falke", "Der Adler"], "complies": ["Falken", "falke!"]})"));
  EXPECT_EQ(report.guidelines, 1U);
  EXPECT_EQ(report.examples, 4U);
  EXPECT_EQ(report.problems.size(), 1U);
  ASSERT_EQ(report.failures.size(), 2U);
  EXPECT_EQ(report.failures[0].pointer, "/guidelines/1/examples/violates/1");
  EXPECT_EQ(report.failures[0].text, "Der Adler");
  EXPECT_TRUE(report.failures[0].expected_finding);
  EXPECT_EQ(report.failures[1].pointer, "/guidelines/1/examples/complies/1");
  EXPECT_EQ(report.failures[1].matches, std::vector<std::string>{"falke"});
  EXPECT_FALSE(report.passed());
}

TEST(TestPack, ExamplesRunAsIfTheConditionsHeld) {
  const TestReport report = test_pack(
      R"({"schema": 1, "id": "p", "defaultLanguage": "de", "guidelines": [{"id": "g", "kind": "occurrence",
          "message": "m", "count": "characters", "max": 23,
          "applies": {"until": "2000-01-01T00:00:00Z", "roles": ["nobody"], "networks": ["x"], "languages": ["fr"]},
          "examples": {"violates": ["https://a.example !"], "complies": ["https://a.example/a-long-path-of-a-link"]}}]})");
  EXPECT_TRUE(report.passed()) << test_report_json(report);
}

TEST(TestPack, AsksForNoExamplesWhereThereAreNoCaptions) {
  const auto warnings_of = [](const std::string& keys) {
    return test_pack(R"({"schema": 1, "id": "p", "guidelines": [{"id": "g", "message": "m", )" + keys + "}]}")
        .warnings.size();
  };
  EXPECT_EQ(warnings_of(R"("kind": "similarity", "max": 0.6)"), 0U);
  EXPECT_EQ(warnings_of(R"("kind": "existence", "terms": ["Falke"])"), 2U);
}

TEST(TestPack, AnUnreadablePackIsAnError) {
  const TestReport report = test_pack("{");
  EXPECT_FALSE(report.error.empty());
  EXPECT_FALSE(report.passed());
}

}  // namespace
}  // namespace herold
