// A database of the first schema, with a row in every table, comes through all migrations with everything
// there.
#include <gtest/gtest.h>

#include "store/migrations.h"
#include "store/store.h"
#include "support/both_databases.h"

namespace herold {
namespace {

using store::DocumentKind;
using store::Transaction;

constexpr const char* kDocument =
    R"({"id":"report","url":"https://acme.example/Rückblick","title":"“Bericht”"})";

class Upgrade : public testing::OverBothDatabases {
 protected:
  void SetUp() override {
    OverBothDatabases::SetUp();
    if (IsSkipped()) return;
    const bool postgres = GetParam() == testing::Kind::postgres;
    if (postgres) database().sql("CREATE SCHEMA herold; CREATE DOMAIN herold.blob AS bytea");
    if (!postgres) database().sql("PRAGMA application_id = 1213353028");
    database().sql("CREATE TABLE herold_schema (version BIGINT NOT NULL PRIMARY KEY)");
    database().sql("INSERT INTO herold_schema (version) VALUES (1)");
    database().sql(store::migrations().front());
    const auto bytes = [&](const std::string& hex) {
      return postgres ? "'\\x" + hex + "'" : "x'" + hex + "'";
    };
    for (const char* kind : {"organisation", "pack", "topics", "guideline", "content"})
      database().sql(std::string("INSERT INTO documents VALUES ('") + kind + "', 'report', '" + kDocument +
                     "', 3, 0, 7)");
    database().sql("INSERT INTO documents VALUES ('content', 'gone', '{}', 2, 1, 8)");
    database().sql("INSERT INTO administrators VALUES ('anna@acme.example', 'Anna', 'hash', 1)");
    database().sql("INSERT INTO sessions VALUES (" + bytes("00ff01") + ", 'anna@acme.example', 99)");
    database().sql("INSERT INTO invitations VALUES ('i1', " + bytes("00aa") +
                   ", 'pilot', '', 'sales', 10, 5, 1, 'note', 1, 'fp', 3, 'anna@acme.example')");
    database().sql("INSERT INTO devices VALUES (" + bytes("0001") + ", 'pilot', 'spokesperson', 20)");
    database().sql("INSERT INTO device_groups VALUES (" + bytes("0001") + ", 'sales')");
    database().sql("INSERT INTO activity_ids VALUES ('a1', 20)");
    database().sql("INSERT INTO activity_totals VALUES (20, 'shared', 'report', 'x', '', 4, 12)");
    database().sql("INSERT INTO files VALUES ('metadata/1.root.json', " + bytes("7b00ff7d") + ", 'abcd')");
    database().sql(
        "INSERT INTO publications VALUES (1, 'pilot', 30, 'anna@acme.example', 'first', 1, 1, 2, 0, 0, "
        "'{}')");
    database().sql("INSERT INTO signing_keys VALUES ('k1', 'root', " + bytes("0102") + ", " + bytes("0304") +
                   ", 5)");
    database().sql("INSERT INTO role_versions VALUES ('root', 1, 500, 'metadata/1.root.json')");
    database().sql(
        "INSERT INTO audit VALUES (1, 40, 'anna@acme.example', 'content.save', 'report', '', 'h1')");
  }

  void with(const std::function<void(Transaction&)>& work) {
    const auto done = store().write([&](Transaction& tx) -> app::Result<void> {
      work(tx);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }
};
HEROLD_OVER_BOTH_DATABASES(Upgrade);

TEST_P(Upgrade, KeepsWhatPeopleMade) {
  with([](Transaction& tx) {
    for (const auto kind : {DocumentKind::organisation, DocumentKind::pack, DocumentKind::topics,
                            DocumentKind::guideline, DocumentKind::content}) {
      const auto document = tx.document(kind, "report");
      ASSERT_TRUE(document);
      EXPECT_EQ(document->body, kDocument);
      EXPECT_EQ(document->version, 3);
      EXPECT_EQ(document->updated_at, 7);
    }
    EXPECT_TRUE(tx.document(DocumentKind::content, "gone")->removed);
    EXPECT_EQ(tx.documents(DocumentKind::content).size(), 1U);
    EXPECT_FALSE(tx.content_state("report"));  // which is how an approved item looks
    EXPECT_EQ(tx.publication(1)->note, "first");
    EXPECT_EQ(tx.latest_revision(), 1);
    EXPECT_EQ(tx.audit_last()->hash, "h1");
  });
}

TEST_P(Upgrade, KeepsWhoMayComeIn) {
  with([](Transaction& tx) {
    EXPECT_EQ(tx.administrator("anna@acme.example")->password_hash, "hash");
    EXPECT_EQ(tx.session(std::string("\x00\xff\x01", 3))->email, "anna@acme.example");
    const auto invitation = tx.invitation_by_code(std::string("\x00\xaa", 2));
    ASSERT_TRUE(invitation);
    EXPECT_EQ(invitation->groups, std::vector<std::string>{"sales"});
    EXPECT_EQ(invitation->used, 1);
    const auto device = tx.device(std::string("\x00\x01", 2));
    ASSERT_TRUE(device);
    EXPECT_EQ(device->role, "spokesperson");
    EXPECT_EQ(device->groups, std::vector<std::string>{"sales"});
    EXPECT_EQ(tx.joined_days("sales"), std::vector<std::int64_t>{20});
  });
}

TEST_P(Upgrade, KeepsKeysAndCounts) {
  with([](Transaction& tx) {
    EXPECT_EQ(tx.file("metadata/1.root.json")->bytes, std::string("{\0\xff}", 4));
    ASSERT_EQ(tx.signing_keys().size(), 1U);
    EXPECT_EQ(tx.signing_keys().front().sealed, "\x03\x04");
    EXPECT_EQ(tx.role_version("root")->expires_at, 500);
    EXPECT_FALSE(tx.remember_count("a1", 21));
    const auto totals = tx.totals(20, 20);
    ASSERT_EQ(totals.size(), 1U);
    EXPECT_EQ(totals.front().n, 4);
    EXPECT_EQ(totals.front().people, 12);
  });
}

TEST_P(Upgrade, TakesWhatIsNew) {
  with([](Transaction& tx) {
    tx.put_content_state(
        {.id = "report", .state = "archived", .source = "", .remark = "", .note = "", .changed_at = 9});
    EXPECT_EQ(tx.content_state("report")->state, "archived");
    tx.put_link({.slug = "k3f9x2", .item = "report", .url = "https://acme.example/"});
    tx.add_clicks({.day = 20, .item = "report", .channel = "x", .n = 1, .people = 7});
    EXPECT_EQ(tx.clicks(20, 20).front().people, 7);
    EXPECT_TRUE(tx.feeds().empty());
  });
}

// Clicks of schema 4 were counted without the number of people.
TEST_P(Upgrade, HidesClicksOfWhichNobodyKnowsHowManyPeopleThereWere) {
  constexpr std::size_t kSchema = 4;  // up to 0004_feeds.sql
  for (std::size_t step = 1; step < kSchema; ++step) {
    database().sql(store::migrations()[step]);
    database().sql("INSERT INTO herold_schema (version) VALUES (" + std::to_string(step + 1) + ")");
  }
  database().sql("INSERT INTO clicks (day, item, channel, n) VALUES (20, 'report', 'x', 3)");
  with([](Transaction& tx) {
    EXPECT_EQ(tx.clicks(20, 20).front().n, 3);
    EXPECT_EQ(tx.clicks(20, 20).front().people, 0);
  });
}

// Up to schema 5 the number of people beside a count was the organisation's, however few the item was for.
TEST_P(Upgrade, HidesWhatWasCountedOfItemsForSome) {
  database().sql(
      "INSERT INTO documents VALUES ('content', 'board', "
      "'{\"id\":\"board\",\"audience\":{\"roles\":[\"board\"]}}', 1, 0, 7)");
  database().sql("INSERT INTO activity_totals VALUES (21, 'shared', 'board', 'x', '', 4, 12)");
  with([](Transaction& tx) {
    EXPECT_EQ(tx.totals(20, 20).front().people, 12);
    EXPECT_EQ(tx.totals(21, 21).front().people, 0);
    EXPECT_FALSE(tx.any_offer());
  });
}

// Up to schema 10 the note of a publication said which revision it restores; one that a person wrote stays.
TEST_P(Upgrade, KnowsWhatARestoredPublicationRestores) {
  for (const char* revision : {"2", "3"})
    database().sql(std::string("INSERT INTO publications VALUES (") + revision +
                   ", 'pilot', 30, 'anna@acme.example', 'restores revision 1', 1, 1, 2, 0, 0, '{}')");
  database().sql(
      "INSERT INTO audit VALUES (2, 41, 'anna@acme.example', 'publication.restore', '2 on pilot', 'h1', "
      "'h2')");
  with([](Transaction& tx) {
    EXPECT_EQ(tx.publication(2)->restores, 1);
    EXPECT_EQ(tx.publication(2)->note, "");
    EXPECT_EQ(tx.publication(3)->restores, 0);
    EXPECT_EQ(tx.publication(3)->note, "restores revision 1");
  });
}

}  // namespace
}  // namespace herold
