#include "app/audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/over_herold.h"

namespace herold {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
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

TEST_P(AuditLog, IsFilteredByPersonDeedThingAndTime) {
  clock.advance(60);
  const auto noon = clock.now();
  ASSERT_TRUE(herold().content.put("a.1", item("a.1", "Eins"), 0, "ben@acme.example"));
  clock.advance(60);
  ASSERT_TRUE(herold().content.remove("a.1", 1, kAnna));
  const auto found = [&](const store::AuditFilter& filter) {
    std::vector<std::string> entries;
    const auto read = herold().audit_log.entries(0, 100, filter);
    for (const auto& entry : *read) entries.push_back(entry.action + " " + entry.subject);
    return entries;
  };
  EXPECT_THAT(found({.actor = "ben@acme.example"}), ElementsAre("content.save a.1"));
  EXPECT_THAT(found({.action = "content"}), ElementsAre("content.remove a.1", "content.save a.1"));
  EXPECT_THAT(found({.action = "content.remove"}), ElementsAre("content.remove a.1"));
  EXPECT_THAT(found({.action = "conten"}), IsEmpty());
  EXPECT_THAT(found({.actor = kAnna, .action = "content"}), ElementsAre("content.remove a.1"));
  EXPECT_THAT(found({.subject = "A.1"}), ElementsAre("content.remove a.1", "content.save a.1"));
  for (const char* none : {"%", "a_1", "!", "'"}) EXPECT_THAT(found({.subject = none}), IsEmpty()) << none;
  EXPECT_THAT(found({.action = "content", .from = noon, .until = noon + 60}),
              ElementsAre("content.save a.1"));
  EXPECT_THAT(found({.from = noon + 61}), IsEmpty());
  EXPECT_EQ(found({}).size(), 6U);
  // A page begins where the last one ended, among those that match.
  const auto first = herold().audit_log.entries(0, 1, {.action = "content"});
  const auto second = herold().audit_log.entries(first->front().sequence, 1, {.action = "content"});
  EXPECT_EQ(second->front().action, "content.save");
  EXPECT_THAT(*herold().audit_log.actors(), ElementsAre(kAnna, "ben@acme.example"));
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
