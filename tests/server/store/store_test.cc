// What any Store does, whichever database is behind it.
#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "support/both_databases.h"

// libpqxx 6.4 loses the answer to a query whose connection broke: it asks the connection for its encoding
// before it takes the answer into care. Two kilobytes, each time the database goes away in the middle of a
// request.
extern "C" const char* __lsan_default_suppressions() { return "leak:pqxx::connection_base::exec_params\n"; }

namespace herold {
namespace {

using app::Error;
using app::ErrorCode;
using app::Result;
using store::DocumentKind;
using store::Transaction;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Store : public testing::OverBothDatabases {
 protected:
  void write(const std::function<void(Transaction&)>& work) {
    const Result<void> done = store().write([&](Transaction& tx) -> Result<void> {
      work(tx);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }

  template <class T>
  T read(const std::function<T(Transaction&)>& work) {
    return *store().read([&](Transaction& tx) -> Result<T> { return work(tx); });
  }
};
HEROLD_OVER_BOTH_DATABASES(Store);

store::Document guideline(const std::string& id, std::int64_t version = 1) {
  return {.id = id, .body = "{\"id\":\"" + id + "\"}", .version = version, .removed = false, .updated_at = 7};
}

store::Invitation invitation(std::int64_t uses) {
  return {.id = "a1",
          .code_hash = std::string("\x00hash", 5),
          .channel = "pilot",
          .role = "",
          .groups = {"sales", "north"},
          .expires_at = 10,
          .uses = uses,
          .used = 0,
          .note = "",
          .root_version = 1,
          .root_fingerprint = "fp",
          .created_at = 3,
          .created_by = "anna@acme.example"};
}

TEST_P(Store, ListsInByteOrderWhateverTheLocale) {
  const std::vector<std::string> ids = {"ab", "ä", "B", "a-b"};
  write([&](Transaction& tx) {
    for (const std::string& id : ids) {
      tx.put_feed({.id = id, .url = id, .created_at = 7});
      tx.put_administrator({.email = id, .name = "", .password_hash = "", .created_at = 7});
      tx.put_signing_key({.key_id = id, .role = "root", .public_key = "", .sealed = "", .created_at = 7});
      store::Invitation one = invitation(1);
      one.id = one.code_hash = id;
      tx.add_invitation(one);
    }
    tx.add_device({.token_hash = "t", .channel = "pilot", .role = "", .groups = ids, .joined_day = 9});
  });
  const auto listed = [](const auto& records, auto member) {
    std::vector<std::string> found;
    for (const auto& record : records) found.push_back(record.*member);
    return found;
  };
  read<bool>([&](Transaction& tx) {
    EXPECT_THAT(listed(tx.feeds(), &store::Feed::id), ElementsAre("B", "a-b", "ab", "ä"));
    EXPECT_THAT(listed(tx.administrators(), &store::Administrator::email),
                ElementsAre("B", "a-b", "ab", "ä"));
    EXPECT_THAT(listed(tx.signing_keys(), &store::SigningKey::key_id), ElementsAre("B", "a-b", "ab", "ä"));
    EXPECT_THAT(listed(tx.invitations(), &store::Invitation::id), ElementsAre("ä", "ab", "a-b", "B"));
    EXPECT_THAT(tx.device("t")->groups, ElementsAre("B", "a-b", "ab", "ä"));
    return true;
  });
}

TEST_P(Store, KeepsDocumentsInByteOrderWhateverTheLocale) {
  write([](Transaction& tx) {
    for (const char* id : {"b", "a.b", "a-b", "ab", "Z", "ä"})
      tx.put_document(DocumentKind::guideline, guideline(id));
    tx.put_document(DocumentKind::content, guideline("other"));
  });
  const auto documents = read<std::vector<store::Document>>(
      [](Transaction& tx) { return tx.documents(DocumentKind::guideline); });
  std::vector<std::string> ids;
  for (const auto& document : documents) ids.push_back(document.id);
  EXPECT_THAT(ids, ElementsAre("Z", "a-b", "a.b", "ab", "b", "ä"));
}

TEST_P(Store, LeavesATombstoneOfARemovedDocument) {
  write([](Transaction& tx) {
    auto document = guideline("a", 4);
    document.removed = true;
    tx.put_document(DocumentKind::guideline, document);
  });
  const auto found = read<std::optional<store::Document>>(
      [](Transaction& tx) { return tx.document(DocumentKind::guideline, "a"); });
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->removed);
  EXPECT_EQ(found->version, 4);
  EXPECT_TRUE(read<std::vector<store::Document>>([](Transaction& tx) {
                return tx.documents(DocumentKind::guideline);
              }).empty());
}

TEST_P(Store, WritesNothingWhenTheWorkAnswersWithAnError) {
  const auto failed = store().write([](Transaction& tx) -> Result<void> {
    tx.put_document(DocumentKind::guideline, guideline("a"));
    return Error{ErrorCode::refused, "no"};
  });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().message, "no");
  EXPECT_FALSE(read<std::optional<store::Document>>(
      [](Transaction& tx) { return tx.document(DocumentKind::guideline, "a"); }));
}

TEST_P(Store, TurnsAFailureOfTheDatabaseIntoAnErrorAndWritesNothing) {
  const auto failed = store().write([](Transaction& tx) -> Result<void> {
    tx.put_document(DocumentKind::guideline, guideline("a"));
    tx.add_session({.token_hash = "h", .email = "nobody@acme.example", .expires_at = 1});  // no such account
    return {};
  });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::unavailable);
  EXPECT_THAT(failed.error().message, HasSubstr(store().description()));
  EXPECT_FALSE(read<std::optional<store::Document>>(
      [](Transaction& tx) { return tx.document(DocumentKind::guideline, "a"); }));
  write([](Transaction& tx) { tx.put_document(DocumentKind::guideline, guideline("b")); });
}

TEST_P(Store, LetsOnlyAsManyUsesThroughAsAnInvitationHas) {
  write([](Transaction& tx) { tx.add_invitation(invitation(5)); });
  std::atomic<int> admitted = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      const auto used = store().write([&](Transaction& tx) -> Result<bool> { return tx.count_use("a1"); });
      if (used && *used) ++admitted;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(admitted, 5);
  EXPECT_EQ(
      read<std::vector<store::Invitation>>([](Transaction& tx) { return tx.invitations(); }).front().used, 5);
}

TEST_P(Store, KeepsAnInvitationAsItWas) {
  write([](Transaction& tx) { tx.add_invitation(invitation(2)); });
  const auto found = read<std::optional<store::Invitation>>(
      [](Transaction& tx) { return tx.invitation_by_code(std::string_view("\x00hash", 5)); });
  ASSERT_TRUE(found);
  EXPECT_THAT(found->groups, ElementsAre("sales", "north"));
  EXPECT_EQ(found->code_hash, std::string("\x00hash", 5));
  EXPECT_EQ(found->created_by, "anna@acme.example");
}

TEST_P(Store, ShowsReadersOneMomentWhileOthersWrite) {
  write([](Transaction& tx) { tx.put_document(DocumentKind::guideline, guideline("a")); });
  const auto counted = store().read([&](Transaction& tx) -> Result<std::pair<std::size_t, std::size_t>> {
    const std::size_t before = tx.documents(DocumentKind::guideline).size();
    std::thread([&] {
      write([](Transaction& other) { other.put_document(DocumentKind::guideline, guideline("b")); });
    }).join();
    return std::pair(before, tx.documents(DocumentKind::guideline).size());
  });
  ASSERT_TRUE(counted);
  EXPECT_EQ(*counted, std::pair(std::size_t{1}, std::size_t{1}));
  EXPECT_EQ(read<std::size_t>([](Transaction& tx) { return tx.documents(DocumentKind::guideline).size(); }),
            2U);
}

TEST_P(Store, ForgetsADeviceAndItsGroups) {
  write([](Transaction& tx) {
    tx.add_device({.token_hash = "t1", .channel = "pilot", .role = "", .groups = {"sales"}, .joined_day = 9});
    tx.add_device({.token_hash = "t2", .channel = "pilot", .role = "", .groups = {"sales"}, .joined_day = 9});
  });
  const auto in_sales = [&] {
    std::int64_t people = 0;
    for (const auto& alike :
         read<std::vector<store::PeopleAlike>>([](Transaction& tx) { return tx.people_alike(); }))
      if (alike.groups.contains("sales")) people += alike.people;
    return people;
  };
  EXPECT_EQ(in_sales(), 2);
  write([](Transaction& tx) { EXPECT_TRUE(tx.remove_device("t1")); });
  write([](Transaction& tx) { EXPECT_FALSE(tx.remove_device("t1")); });
  EXPECT_EQ(in_sales(), 1);
  EXPECT_EQ(read<std::int64_t>([](Transaction& tx) { return tx.people(); }), 1);
  EXPECT_FALSE(read<std::optional<store::Device>>([](Transaction& tx) { return tx.device("t1"); }));
}

TEST_P(Store, PutsPeopleTogetherWhomNothingTellsApart) {
  const auto add = [](Transaction& tx, const char* token, const char* role, std::vector<std::string> groups) {
    tx.add_device({.token_hash = token,
                   .channel = "pilot",
                   .role = role,
                   .groups = std::move(groups),
                   .joined_day = 9});
  };
  write([&](Transaction& tx) {
    add(tx, "t1", "", {});
    add(tx, "t2", "board", {"sales", "north"});
    add(tx, "t3", "board", {"north", "sales"});
    add(tx, "t4", "board", {"north"});
  });
  const auto people =
      read<std::vector<store::PeopleAlike>>([](Transaction& tx) { return tx.people_alike(); });
  std::map<std::pair<std::string, std::set<std::string>>, std::int64_t> parts;
  for (const auto& alike : people) parts[{alike.role, alike.groups}] = alike.people;
  const decltype(parts) expected{
      {{"", {}}, 1}, {{"board", {"north", "sales"}}, 2}, {{"board", {"north"}}, 1}};
  EXPECT_EQ(parts, expected);
}

TEST_P(Store, KeepsToWhomAnItemWasOffered) {
  EXPECT_FALSE(read<bool>([](Transaction& tx) { return tx.any_offer(); }));
  write([](Transaction& tx) {
    tx.put_offer({.item = "a", .channel = "pilot", .audience = ""});
    tx.put_offer({.item = "a", .channel = "everyone", .audience = ""});
    tx.put_offer({.item = "a", .channel = "pilot", .audience = R"({"roles":["board"]})"});
  });
  EXPECT_TRUE(read<bool>([](Transaction& tx) { return tx.any_offer(); }));
  EXPECT_EQ(read<std::size_t>([](Transaction& tx) { return tx.offers_of("a").size(); }), 2U);
  const auto pilot = read<std::vector<store::Offer>>([](Transaction& tx) { return tx.offers_on("pilot"); });
  ASSERT_EQ(pilot.size(), 1U);
  EXPECT_EQ(pilot.front().audience, R"({"roles":["board"]})");
}

TEST_P(Store, KeepsFilesByteByByte) {
  std::string bytes;
  for (int i = 0; i < 1 << 20; ++i) bytes += static_cast<char>(i * 31);
  write([&](Transaction& tx) { tx.put_file({.name = "targets/a", .bytes = bytes, .sha256 = "00"}); });
  const auto file = read<std::optional<store::File>>([](Transaction& tx) { return tx.file("targets/a"); });
  ASSERT_TRUE(file);
  EXPECT_TRUE(file->bytes == bytes);
}

TEST_P(Store, CountsAnIdOnceAndKeepsTheSmallestGroup) {
  const store::ActivityTotal total{
      .day = 5, .event = "shared", .item = "a", .network = "x", .group = "", .n = 2, .people = 12};
  write([&](Transaction& tx) {
    EXPECT_TRUE(tx.remember_count("id", 5));
    EXPECT_FALSE(tx.remember_count("id", 6));
    tx.add_total(total);
    auto smaller = total;
    smaller.people = 4;
    tx.add_total(smaller);
    auto larger = total;
    larger.people = 40;
    tx.add_total(larger);
  });
  const auto totals =
      read<std::vector<store::ActivityTotal>>([](Transaction& tx) { return tx.totals(5, 5); });
  ASSERT_EQ(totals.size(), 1U);
  EXPECT_EQ(totals.front().n, 6);
  EXPECT_EQ(totals.front().people, 4);
  write([](Transaction& tx) { tx.forget_counts_before(6); });
  write([](Transaction& tx) { EXPECT_TRUE(tx.remember_count("id", 6)); });
}

TEST_P(Store, IsThereAgainAfterReopening) {
  write([](Transaction& tx) { tx.put_document(DocumentKind::guideline, guideline("a")); });
  database().close();
  EXPECT_TRUE(read<std::optional<store::Document>>(
      [](Transaction& tx) { return tx.document(DocumentKind::guideline, "a"); }));
}

TEST_P(Store, RefusesASchemaNewerThanTheProgram) {
  store();
  database().close();
  database().sql("INSERT INTO herold_schema (version) VALUES (99)");
  const auto opened = store::open_store(database().url());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("newer Herold (schema 99"));
}

TEST_P(Store, IsNotMadeWhereItMustBeThere) {
  const auto missing = store::open_existing_store(database().url());
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, app::ErrorCode::not_found);
  EXPECT_FALSE(store::open_existing_store(database().url())) << "and looking did not make it";
  store();
  database().close();
  EXPECT_TRUE(store::open_existing_store(database().url()));
}

class Ear final : public store::RevisionListener {
 public:
  void revision_published(std::int64_t revision) override { heard = std::max(heard.load(), revision); }
  bool hears(std::int64_t revision) const {
    for (int i = 0; i < 200 && heard < revision; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return heard >= revision;
  }
  std::atomic<std::int64_t> heard = -1;
};

TEST_P(Store, TellsTheListenerOfARevision) {
  Ear ear;
  store().listen(&ear);
  if (GetParam() == testing::Kind::postgres) {
    ASSERT_TRUE(ear.hears(0));  // the thread is listening
  }
  store().announce(7);
  EXPECT_TRUE(ear.hears(7));
  store().listen(nullptr);
  store().announce(8);
  EXPECT_EQ(ear.heard, 7);
}

TEST_P(Store, TellsTheListenersOfOtherReplicas) {
  if (GetParam() == testing::Kind::sqlite) GTEST_SKIP() << "SQLite serves one process";
  auto replica = store::open_store(database().url());
  ASSERT_TRUE(replica);
  Ear ear;
  (*replica)->listen(&ear);
  ASSERT_TRUE(ear.hears(0));
  store().announce(3);
  EXPECT_TRUE(ear.hears(3));
}

// As a restart of PostgreSQL does, while nobody asks for anything.
TEST_P(Store, GoesOnAfterItsConnectionsWereCut) {
  if (GetParam() == testing::Kind::sqlite) GTEST_SKIP() << "SQLite has none";
  const auto cut = [&] {
    database().sql(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()");
  };
  write([](Transaction& tx) { tx.put_document(DocumentKind::guideline, guideline("a")); });
  for (int round = 0; round < 2; ++round) {
    std::vector<std::thread> readers;  // so that several connections wait to be used again
    for (int i = 0; i < 4; ++i)
      readers.emplace_back([&] {
        (void)store().read([](Transaction& tx) -> Result<std::size_t> {
          std::this_thread::sleep_for(std::chrono::milliseconds(50));
          return tx.documents(DocumentKind::guideline).size();
        });
      });
    for (std::thread& reader : readers) reader.join();
    cut();
    if (round == 0) {
      EXPECT_EQ(
          read<std::size_t>([](Transaction& tx) { return tx.documents(DocumentKind::guideline).size(); }),
          1U);
    }
    int runs = 0;
    write([&](Transaction& tx) {
      ++runs;
      tx.put_document(DocumentKind::guideline, guideline("b"));
    });
    EXPECT_EQ(runs, 1);
  }
  EXPECT_EQ(read<std::size_t>([](Transaction& tx) { return tx.documents(DocumentKind::guideline).size(); }),
            2U);
  // What was cut in the middle is not done twice.
  int runs = 0;
  const auto cut_off = store().write([&](Transaction& tx) -> Result<int> {
    tx.put_document(DocumentKind::guideline, guideline("c"));
    ++runs;
    cut();
    tx.put_document(DocumentKind::guideline, guideline("d"));
    return 1;
  });
  ASSERT_FALSE(cut_off);
  EXPECT_EQ(cut_off.error().code, app::ErrorCode::unavailable);
  EXPECT_EQ(runs, 1);
}

TEST(OpenStore, NamesWhatItCannotOpen) {
  const struct {
    const char* url;
    const char* says;
  } cases[] = {
      {"", "sqlite:PATH"},
      {"sqlite:", "sqlite:PATH"},
      {"mysql://x", "mysql://x"},
      {"sqlite:/nowhere/herold.db", "/nowhere/herold.db: No such file or directory"},
      {"postgresql://u:hunter2@127.0.0.1:1/x", "PostgreSQL"},
  };
  for (const auto& one : cases) {
    const auto opened = store::open_store(one.url);
    ASSERT_FALSE(opened) << one.url;
    EXPECT_THAT(opened.error().message, HasSubstr(one.says)) << one.url;
    EXPECT_THAT(opened.error().message, ::testing::Not(HasSubstr("hunter2"))) << one.url;
  }
}

}  // namespace
}  // namespace herold
