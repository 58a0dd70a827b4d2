#include "app/audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using testing::kAnna;

class AuditLog : public testing::OverHerold {
 protected:
  void SetUp() override {
    OverHerold::SetUp();
    if (IsSkipped()) return;
    for (const char* id : {"a", "b", "c"}) save_guideline(id, "x");
  }
};
HEROLD_OVER_BOTH_DATABASES(AuditLog);

TEST_P(AuditLog, TellsWhoChangedWhat) {
  const auto entries = herold().audit_log.entries(0, 2);
  ASSERT_EQ(entries->size(), 2U);
  EXPECT_EQ(entries->front().subject, "c");
  EXPECT_EQ(entries->front().action, "guideline.save");
  EXPECT_EQ(entries->front().actor, kAnna);
  EXPECT_EQ(entries->front().at, clock.now());
  const auto before = herold().audit_log.entries(entries->back().sequence, 1);
  EXPECT_EQ(before->front().subject, "a");
}

TEST_P(AuditLog, SaysNothingOfWhatWasNotDone) {
  const auto before = herold().audit_log.verify()->entries;
  EXPECT_FALSE(herold().guidelines.put("a", "{}", std::nullopt, kAnna));
  EXPECT_FALSE(herold().guidelines.remove("a", 99, kAnna));
  EXPECT_EQ(herold().audit_log.verify()->entries, before);
}

TEST_P(AuditLog, SaysNothingOfEmployees) {
  const auto made = invite(1);
  const auto before = herold().audit_log.verify()->entries;
  const auto token = enrol(made.code).token;
  ASSERT_TRUE(herold().enrolment.leave(token));
  EXPECT_EQ(herold().audit_log.verify()->entries, before);
}

TEST_P(AuditLog, ShowsWhereItWasTamperedWith) {
  EXPECT_EQ(herold().audit_log.verify()->broken_at, 0);
  database().sql("UPDATE audit SET actor = 'mallory@acme.example' WHERE sequence = 2");
  EXPECT_EQ(herold().audit_log.verify()->broken_at, 2);
}

TEST_P(AuditLog, ShowsWhereAnEntryIsMissing) {
  database().sql("DELETE FROM audit WHERE sequence = 3");
  EXPECT_EQ(herold().audit_log.verify()->broken_at, 3);
}

}  // namespace
}  // namespace herold
