#include <gtest/gtest.h>

#include "herold/check_json.h"

namespace herold {
namespace {

TEST(ReportJson, HasTheKeysOfTheContractInOrder) {
  Finding finding{.guideline = "g",
                  .kind = Kind::existence,
                  .severity = Severity::error,
                  .range = {20, 33},
                  .match = "Projekt \"Falke\"",
                  .message = "«»",
                  .why = "weil",
                  .link = "https://a.example",
                  .lesson = "so"};
  finding.fixes = {{"Entfernen", {{{20, 33}, ""}}}};
  EXPECT_EQ(report_json({"de", {finding}}, {{"/guidelines/1", "h", "m"}}),
            R"({"language":"de","findings":[{"guideline":"g","kind":"existence","severity":"error",)"
            R"("range":{"start":20,"end":33},"match":"Projekt \"Falke\"","message":"«»","why":"weil",)"
            R"("link":"https://a.example","lesson":"so","fixes":[{"title":"Entfernen","edits":[)"
            R"({"range":{"start":20,"end":33},"text":""}]}]}],)"
            R"("problems":[{"pointer":"/guidelines/1","guideline":"h","message":"m"}]})");
}

TEST(ReportJson, LeavesOutWhatThereIsNot) {
  EXPECT_EQ(report_json({"de", {}}, {}), R"({"language":"de","findings":[]})");
  Finding finding;
  finding.guideline = "g";
  finding.match = "x";
  finding.message = "m";
  EXPECT_EQ(report_json({"de", {finding}}, {}),
            R"({"language":"de","findings":[{"guideline":"g","kind":"existence","severity":"warning",)"
            R"("range":{"start":0,"end":0},"match":"x","message":"m"}]})");
}

TEST(TestReportJson, IsWhatTheHttpDescriptionSays) {
  TestReport report;
  report.guidelines = 1;
  report.examples = 2;
  report.failures = {{"/guidelines/0/examples/complies/0", "g", "x", false, {"x"}}};
  EXPECT_EQ(test_report_json(report),
            R"({"passed":false,"guidelines":1,"examples":2,"failures":[{"guideline":"g",)"
            R"("pointer":"/guidelines/0/examples/complies/0","text":"x","expected":"complies"}],)"
            R"("problems":[],"warnings":[]})");
}

}  // namespace
}  // namespace herold
