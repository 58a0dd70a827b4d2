#include "app/example_runs.h"

#include <gtest/gtest.h>

namespace herold {
namespace {

std::string pack(const std::string& violates) {
  return R"({"schema":1,"id":"acme","guidelines":[{"id":"a","kind":"existence","message":"No.","terms":["Falke"],)"
         R"("examples":{"violates":[")" +
         violates + R"("]}}]})";
}

TEST(ExampleRuns, AreKeptForAsLongAsThePackSaysTheSame) {
  app::ExampleRuns runs;
  const auto report = runs.of(pack("Falke"));
  EXPECT_TRUE(report->passed());
  EXPECT_EQ(runs.of(pack("Falke")), report);
  EXPECT_FALSE(runs.of(pack("Amsel"))->passed());
  EXPECT_TRUE(runs.of(pack("Falke"))->passed());
  EXPECT_TRUE(report->passed());
}

}  // namespace
}  // namespace herold
