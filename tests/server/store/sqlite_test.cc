// What can be wrong with a file, and what is said about it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "store/store.h"
#include "support/test_database.h"

namespace herold {
namespace {

using app::Result;
using store::DocumentKind;
using store::Transaction;
using ::testing::AllOf;
using ::testing::HasSubstr;

class SqliteFile : public ::testing::Test {
 protected:
  std::string path() const { return database.folder() + "/herold.db"; }

  void put(std::int64_t version, std::size_t size) {
    written = database.store().write([&](Transaction& tx) -> Result<void> {
      tx.put_document(DocumentKind::content, {.id = "a" + std::to_string(version),
                                              .body = std::string(size, 'x'),
                                              .version = version,
                                              .removed = false,
                                              .updated_at = 0});
      return {};
    });
  }

  testing::TestDatabase database{testing::Kind::sqlite};
  Result<void> written;
};

TEST_F(SqliteFile, IsReadableByItsOwnerOnly) {
  database.store();
  struct stat status {};
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
}

TEST_F(SqliteFile, IsRefusedWhenItIsNoDatabase) {
  std::ofstream(path())
      << "Dear diary, this is a text of more than one hundred bytes, which is what SQLite wants "
         "to see before it says that a file is none of its own.";
  const auto opened = store::open_store(database.url());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, AllOf(HasSubstr(path()), HasSubstr("no SQLite database")));
}

TEST_F(SqliteFile, IsRefusedWhenItBelongsToAnotherProgram) {
  database.sql("CREATE TABLE bookmarks (url TEXT)");
  const auto opened = store::open_store(database.url());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, AllOf(HasSubstr(path()), HasSubstr("another program")));
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_F(SqliteFile, StaysAsItIsWhenItBelongsToAnotherProgram) {
  for (const char* of_another : {"CREATE TABLE bookmarks (url TEXT)", "PRAGMA application_id = 7",
                                 "PRAGMA user_version = 3; CREATE TABLE places (url TEXT)"}) {
    std::filesystem::remove(path());
    database.sql(of_another);
    const std::string before = bytes_of(path());
    EXPECT_FALSE(store::open_store(database.url()));
    EXPECT_FALSE(store::open_existing_store(database.url()));
    EXPECT_EQ(bytes_of(path()), before) << of_another;
    for (const char* end : {"-wal", "-shm", "-journal"})
      EXPECT_FALSE(std::filesystem::exists(path() + end)) << of_another << end;
  }
}

TEST_F(SqliteFile, StaysEmptyWhereADatabaseHasToBeThere) {
  std::ofstream{path()};
  const auto opened = store::open_existing_store(database.url());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, HasSubstr("an empty one"));
  EXPECT_EQ(std::filesystem::file_size(path()), 0U);
}

// A server that was killed before anything was moved from the log into the file.
TEST_F(SqliteFile, IsOursAlsoWhileAllOfItStandsInTheLog) {
  put(1, 100);
  const std::string killed = database.folder() + "/killed.db";
  std::filesystem::copy_file(path(), killed);
  std::filesystem::copy_file(path() + "-wal", killed + "-wal");
  EXPECT_TRUE(store::open_existing_store("sqlite:" + killed));
}

// A server that was killed while the log was moved into the file: its first page tells of pages that only the
// log holds yet.
TEST_F(SqliteFile, IsWholeAlsoWhereTheFileIsBehindItsLog) {
  for (int i = 1; i <= 50; ++i) put(i, 4000);
  const std::string killed = database.folder() + "/killed.db";
  std::filesystem::copy_file(path() + "-wal", killed + "-wal");
  database.sql("PRAGMA wal_checkpoint");
  constexpr std::size_t kPage = 4096;
  std::ofstream(killed, std::ios::binary) << bytes_of(path()).substr(0, kPage);

  const auto opened = store::open_store("sqlite:" + killed);
  ASSERT_TRUE(opened) << opened.error().message;
  const auto documents = (*opened)->read([](Transaction& tx) -> Result<std::vector<store::Document>> {
    return tx.documents(DocumentKind::content);
  });
  ASSERT_TRUE(documents);
  EXPECT_EQ(documents->size(), 50U);
}

TEST_F(SqliteFile, IsRefusedWhenItIsDamaged) {
  for (int i = 1; i <= 50; ++i) put(i, 4000);
  database.close();
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  const auto size = std::filesystem::file_size(path());
  for (std::size_t at = 8192; at + 4096 < size; at += 8192) {
    file.seekp(static_cast<std::streamoff>(at));
    file << std::string(2048, '\x5a');
  }
  file.close();
  const auto opened = store::open_store(database.url());
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, AllOf(HasSubstr(path()), HasSubstr("restore the latest backup")));
}

// A file-size limit fails writes as a full disk does.
TEST_F(SqliteFile, LosesNothingWhenTheDiskIsFull) {
  put(1, 1000);
  ASSERT_TRUE(written);
  std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit before {};
  ::getrlimit(RLIMIT_FSIZE, &before);
  const struct rlimit small { .rlim_cur = 300'000, .rlim_max = before.rlim_max };
  ::setrlimit(RLIMIT_FSIZE, &small);
  put(2, 2'000'000);
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, app::ErrorCode::unavailable);
  EXPECT_THAT(written.error().message, HasSubstr(path()));

  put(3, 2'000'000);
  EXPECT_TRUE(written);
  database.close();
  const auto documents = database.store().read([](Transaction& tx) -> Result<std::vector<store::Document>> {
    return tx.documents(DocumentKind::content);
  });
  ASSERT_TRUE(documents);
  ASSERT_EQ(documents->size(), 2U);
  EXPECT_EQ((*documents)[0].id, "a1");
  EXPECT_EQ((*documents)[1].id, "a3");
}

TEST_F(SqliteFile, IsBackedUpWholeWhileItIsInUse) {
  for (int i = 1; i <= 20; ++i) put(i, 5000);
  const std::string copy = database.folder() + "/copy.db";
  ASSERT_TRUE(database.store().backup(copy));
  put(21, 5000);
  auto restored = store::open_store("sqlite:" + copy);
  ASSERT_TRUE(restored) << restored.error().message;
  const auto documents = (*restored)->read([](Transaction& tx) -> Result<std::vector<store::Document>> {
    return tx.documents(DocumentKind::content);
  });
  EXPECT_EQ(documents->size(), 20U);
}

TEST_F(SqliteFile, IsNotOverwrittenByABackup) {
  const std::string copy = database.folder() + "/copy.db";
  std::ofstream(copy) << "precious";
  const auto done = database.store().backup(copy);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message, HasSubstr(copy));
  EXPECT_EQ(std::filesystem::file_size(copy), 8U);
}

class SqliteBackup : public SqliteFile {
 protected:
  SqliteBackup() {
    put(1, 5000);
    EXPECT_TRUE(database.store().backup(backup));
  }

  app::Result<void> restore(const std::string& from) { return store::restore(from, "sqlite:" + target); }
  void run(const std::string& sql) { SQLite::Database(backup, SQLite::OPEN_READWRITE).exec(sql); }
  static std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::set<std::string> files() const {
    std::set<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(database.folder()))
      names.insert(file.path().filename());
    return names;
  }

  const std::string backup = database.folder() + "/a 100% copy?#.db";
  const std::string target = database.folder() + "/restored.db";
};

TEST_F(SqliteBackup, IsOnlyReadWhenItIsRestored) {
  database.close();
  // As of a Herold before the last change of the schema.
  run("DELETE FROM herold_schema WHERE version = 11; ALTER TABLE publications DROP COLUMN restores");
  const std::string before = bytes_of(backup);
  ::chmod(backup.c_str(), 0444);
  const auto restored = restore(backup);
  ASSERT_TRUE(restored) << restored.error().message;
  EXPECT_EQ(bytes_of(backup), before);
  EXPECT_EQ(files(), (std::set<std::string>{"a 100% copy?#.db", "herold.db", "restored.db"}));
  struct stat status {};
  ASSERT_EQ(::stat(target.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  const auto opened = store::open_existing_store("sqlite:" + target);
  ASSERT_TRUE(opened) << opened.error().message;
  EXPECT_TRUE((*opened)->read([](Transaction& tx) -> Result<bool> {
    return !tx.newest_publication() && tx.document(DocumentKind::content, "a1").has_value();
  }));
}

TEST_F(SqliteBackup, IsNotRestoredOverAnything) {
  std::ofstream(target) << "precious";
  EXPECT_THAT(restore(backup).error().message, HasSubstr(target + " exists already"));
  EXPECT_EQ(bytes_of(target), "precious");
}

TEST_F(SqliteBackup, IsNoDatabaseInUse) {
  const auto refused = restore(path());
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr(path() + "-wal"), HasSubstr("herold admin backup")));
  EXPECT_FALSE(std::filesystem::exists(target));
}

TEST_F(SqliteBackup, LeavesNothingWhereItCannotBeRestored) {
  run("INSERT INTO herold_schema VALUES (99)");
  EXPECT_THAT(restore(backup).error().message, AllOf(HasSubstr(backup), HasSubstr("newer Herold")));
  run("PRAGMA application_id = 7");
  EXPECT_THAT(restore(backup).error().message, HasSubstr("no backup of Herold"));
  std::ofstream(backup, std::ios::trunc).close();
  EXPECT_THAT(restore(backup).error().message, HasSubstr("no backup of Herold"));
  std::ofstream(backup) << std::string(5000, 'x');
  EXPECT_THAT(restore(backup).error().message, HasSubstr("no SQLite database"));
  EXPECT_THAT(restore(backup + "2").error().message, HasSubstr("No such file"));
  EXPECT_THAT(restore(database.folder()).error().message, HasSubstr(database.folder()));
  for (const std::string& file : files()) EXPECT_THAT(file, ::testing::Not(HasSubstr("restored")));
}

TEST_F(SqliteFile, IsNotMadeWhereItMustBeThere) {
  for (const bool empty : {false, true}) {
    if (empty) std::ofstream(path()).close();
    const auto opened = store::open_existing_store(database.url());
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().message, HasSubstr(path()));
    EXPECT_EQ(std::filesystem::exists(path()), empty);
  }
}

TEST_F(SqliteFile, KeepsNoTraceOfADeletedDevice) {
  const std::string hash = "a-very-recognisable-token-hash";
  const auto change = [&](const std::function<void(Transaction&)>& work) {
    ASSERT_TRUE(database.store().write([&](Transaction& tx) -> Result<void> {
      work(tx);
      return {};
    }));
  };
  change([&](Transaction& tx) {
    tx.add_device({.token_hash = hash, .channel = "pilot", .role = "", .groups = {"sales"}, .joined_day = 9});
  });
  EXPECT_THAT(database.dump(), HasSubstr(hash));
  change([&](Transaction& tx) { tx.remove_device(hash); });
  database.close();  // the log goes with the last connection
  EXPECT_THAT(database.dump(), ::testing::Not(HasSubstr(hash)));
}

}  // namespace
}  // namespace herold
