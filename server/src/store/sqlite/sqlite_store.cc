#include "store/sqlite/sqlite_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "store/migrations.h"

namespace herold::store {
namespace {

// "HRLD": tells our files from those of other programs.
constexpr std::int64_t kApplicationId = 0x48524C44;
constexpr std::size_t kIdleReaders = 8;

// SQLite would create the file readable for all; the log files get the same mode as the file.
std::optional<std::string> create_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return std::string(std::strerror(errno));
  ::close(file);
  return std::nullopt;
}

}  // namespace

SqliteStore::SqliteStore(std::string path) : path_(std::move(path)) {}

app::Result<std::unique_ptr<Store>> SqliteStore::open(const std::string& path) {
  std::unique_ptr<SqliteStore> store(new SqliteStore(path));
  if (const auto reason = create_private(path)) {
    return app::Error{app::ErrorCode::unavailable, "cannot open the database " + path + ": " + *reason};
  }
  if (auto error = store->prepare()) return std::move(*error);
  return std::unique_ptr<Store>(std::move(store));
}

std::optional<app::Error> SqliteStore::prepare() try {
  writer_ = std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::write);
  const std::int64_t id = writer_->query("PRAGMA application_id", {}).front().integer(0);
  const bool empty = writer_->query("SELECT COUNT(*) FROM sqlite_master", {}).front().integer(0) == 0;
  if (id != kApplicationId && !(empty && id == 0)) {
    return app::Error{
        app::ErrorCode::unavailable,
        path_ + " is the SQLite database of another program. Name another file with --database."};
  }
  const std::string health = writer_->query("PRAGMA quick_check(1)", {}).front().text(0);
  if (health != "ok") return failure(health + "; the file is damaged: restore the latest backup");
  writer_->script("BEGIN IMMEDIATE");
  if (empty) writer_->script(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  if (auto error = migrate(*writer_, description())) {
    writer_->roll_back();
    return error;
  }
  writer_->script("COMMIT");
  return std::nullopt;
} catch (const DatabaseFailure& reason) {
  return failure(reason.what());
}

std::optional<app::Error> SqliteStore::run(SqliteConnection& connection, const char* begin,
                                           const Work& work) try {
  connection.script(begin);
  Transaction transaction(connection);
  if (!work(transaction)) {
    connection.roll_back();
    return std::nullopt;
  }
  connection.script("COMMIT");
  return std::nullopt;
} catch (const DatabaseFailure& reason) {
  connection.roll_back();
  return failure(reason.what());
} catch (...) {
  connection.roll_back();
  throw;
}

std::optional<app::Error> SqliteStore::run_write(const Work& work) {
  const std::lock_guard lock(writer_mutex_);
  return run(*writer_, "BEGIN IMMEDIATE", work);
}

std::optional<app::Error> SqliteStore::run_read(const Work& work) try {
  auto reader = take_reader();
  auto error = run(*reader, "BEGIN", work);
  if (!error) give_back(std::move(reader));
  return error;
} catch (const DatabaseFailure& reason) {
  return failure(reason.what());
}

std::unique_ptr<SqliteConnection> SqliteStore::take_reader() {
  {
    const std::lock_guard lock(readers_mutex_);
    if (!idle_readers_.empty()) {
      auto reader = std::move(idle_readers_.back());
      idle_readers_.pop_back();
      return reader;
    }
  }
  return std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::read);
}

void SqliteStore::give_back(std::unique_ptr<SqliteConnection> reader) {
  const std::lock_guard lock(readers_mutex_);
  if (idle_readers_.size() < kIdleReaders) idle_readers_.push_back(std::move(reader));
}

void SqliteStore::announce(std::int64_t revision) {
  const std::lock_guard lock(listener_mutex_);
  if (listener_) listener_->revision_published(revision);
}

void SqliteStore::listen(RevisionListener* listener) {
  const std::lock_guard lock(listener_mutex_);
  listener_ = listener;
}

app::Result<void> SqliteStore::backup(const std::string& path) {
  if (std::filesystem::exists(path)) {
    return app::Error{app::ErrorCode::exists, path + " exists already; name a new file for the backup"};
  }
  if (const auto reason = create_private(path)) {
    return app::Error{app::ErrorCode::unavailable, "cannot write the backup " + path + ": " + *reason};
  }
  try {
    // A connection of its own, so that writing goes on meanwhile.
    SqliteConnection(path_, SqliteConnection::Use::read).backup_to(path);
    return {};
  } catch (const DatabaseFailure& reason) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    return app::Error{app::ErrorCode::unavailable, "the backup to " + path + " failed: " + reason.what()};
  }
}

std::string SqliteStore::description() const { return "the database " + path_; }

app::Error SqliteStore::failure(const std::string& reason) const {
  return {app::ErrorCode::unavailable, description() + ": " + reason};
}

}  // namespace herold::store
