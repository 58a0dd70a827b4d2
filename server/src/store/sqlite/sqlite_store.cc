#include "store/sqlite/sqlite_store.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "store/migrations.h"

namespace herold::store {
namespace {

// "HRLD": tells our files from those of other programs.
constexpr std::int64_t kApplicationId = 0x48524C44;
constexpr std::size_t kIdleReaders = 8;

app::Error unavailable(const std::string& message) { return {app::ErrorCode::unavailable, message}; }

// Why the system refuses to open it so; nothing when it does not.
std::optional<std::string> refused(const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (file >= 0) {
    ::close(file);
    return std::nullopt;
  }
  const std::string reason = std::strerror(errno);
  return errno == EACCES ? reason + "; run herold as the user to whom file and folder belong" : reason;
}

// SQLite would create the file readable for all; the log files get the same mode as the file.
constexpr int kCreate = O_RDWR | O_CREAT;

void remove_database(const std::string& path) {
  std::error_code ignored;
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path + end, ignored);
}

std::string description_of(const std::string& path) { return "the database " + path; }

bool is_ours(SqliteConnection& connection) {
  return connection.query("PRAGMA application_id", {}).front().integer(0) == kApplicationId;
}

// What a file of SQLite says of itself in its first bytes (https://sqlite.org/fileformat2.html).
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kIdAt = 68;       // four bytes, the highest first
constexpr std::size_t kSchemaAt = 100;  // the root of the table of tables
constexpr std::size_t kCellsAt = 103;   // how many it has, in two bytes
constexpr std::size_t kHead = 105;
constexpr char kLeaf = 0x0d;

std::string head_of(const std::string& path) {
  std::string head(kHead, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(file.gcount()));
  return head;
}

std::int64_t id_in(std::string_view head) {
  std::int64_t id = 0;
  for (const char byte : head.substr(kIdAt, 4)) id = id << 8 | static_cast<unsigned char>(byte);
  return id;
}

bool has_tables(std::string_view head) {
  return head[kSchemaAt] != kLeaf || head.substr(kCellsAt, 2) != std::string_view("\0\0", 2);
}

// Nothing but its owner may change a file, so that one of another program is only looked at, as it lies
// there: to open it for writing would switch its journal. SQLite cannot look without the log, for after a
// kill the file is behind it and seems damaged. Where nothing has reached the file yet, the log may hold it.
bool may_be_ours(const std::string& path, bool may_be_new) {
  const std::string head = head_of(path);
  std::error_code unknown;
  const bool may_be_empty = may_be_new || std::filesystem::exists(path + "-wal", unknown);
  if (head.empty()) return may_be_empty;
  if (head.size() < kHead || !head.starts_with(kMagic)) return true;  // SQLite says what is wrong with it.
  const std::int64_t id = id_in(head);
  if (id != 0) return id == kApplicationId;
  return may_be_empty && !has_tables(head);
}

app::Error not_ours(const std::string& path) {
  return unavailable(path +
                     " is the SQLite database of another program, or an empty one. Name another file with "
                     "--database.");
}

// Marks a new file as ours; any other stays as it is.
void claim(const std::string& path) {
  SqliteConnection connection(path, SqliteConnection::Use::write);
  connection.script("BEGIN IMMEDIATE");
  const std::int64_t id = connection.query("PRAGMA application_id", {}).front().integer(0);
  const bool empty = connection.query("SELECT COUNT(*) FROM sqlite_master", {}).front().integer(0) == 0;
  if (empty && id == 0)
    connection.script(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  connection.script("COMMIT");
}

// The whole database into a new file; what is copied by half does not stay.
app::Result<void> copy(SqliteConnection& from, const std::string& path) {
  if (const auto reason = refused(path, kCreate | O_EXCL))
    return unavailable("cannot write " + path + ": " + *reason);
  try {
    from.backup_to(path);
    return {};
  } catch (const DatabaseFailure& reason) {
    remove_database(path);
    return unavailable("copying to " + path + " failed: " + reason.what());
  }
}

}  // namespace

SqliteStore::SqliteStore(std::string path) : path_(std::move(path)) {}

app::Result<std::unique_ptr<Store>> SqliteStore::open(const std::string& path) {
  if (const auto reason = refused(path, kCreate))
    return unavailable("cannot open the database " + path + ": " + *reason);
  try {
    if (!may_be_ours(path, true)) return not_ours(path);
    claim(path);
  } catch (const DatabaseFailure& reason) {
    return unavailable(description_of(path) + ": " + reason.what());
  }
  return open_existing(path);
}

app::Result<std::unique_ptr<Store>> SqliteStore::open_existing(const std::string& path) {
  std::error_code unknown;
  if (!std::filesystem::exists(path, unknown) && !unknown)
    return app::Error{app::ErrorCode::not_found,
                      path + ": there is no database; --database or --data says where it is"};
  if (const auto reason = refused(path, O_RDWR))
    return unavailable("cannot open the database " + path + ": " + *reason);
  std::unique_ptr<SqliteStore> store(new SqliteStore(path));
  if (auto error = store->prepare()) return std::move(*error);
  return std::unique_ptr<Store>(std::move(store));
}

app::Result<void> SqliteStore::restore(const std::string& backup, const std::string& path) {
  if (const auto reason = refused(backup, O_RDONLY))
    return unavailable("cannot read the backup " + backup + ": " + *reason);
  if (std::filesystem::exists(backup + "-wal"))
    return app::Error{app::ErrorCode::refused,
                      backup +
                          "-wal lies beside it, so this is no backup but a database in use or a copy of one; "
                          "`herold admin backup --database sqlite:" +
                          backup + " NEW` makes a backup of both"};
  if (std::filesystem::exists(path))
    return app::Error{
        app::ErrorCode::exists,
        path + " exists already and is not overwritten; --database sqlite:PATH names another file"};
  try {
    SqliteConnection archive(backup, SqliteConnection::Use::archive);
    if (!is_ours(archive)) return app::Error{app::ErrorCode::refused, backup + " is no backup of Herold"};
    if (auto copied = copy(archive, path); !copied) return copied.error();
  } catch (const DatabaseFailure& reason) {
    return unavailable(backup + ": " + reason.what());
  }
  auto restored = open_existing(path);
  if (restored) return {};
  remove_database(path);
  return unavailable(backup + " was not restored: " + restored.error().message);
}

std::optional<app::Error> SqliteStore::prepare() try {
  if (!may_be_ours(path_, false)) return not_ours(path_);
  writer_ = std::make_unique<SqliteConnection>(path_, SqliteConnection::Use::write);
  if (!is_ours(*writer_)) return not_ours(path_);
  const std::string health = writer_->query("PRAGMA quick_check(1)", {}).front().text(0);
  if (health != "ok") return failure(health + "; the file is damaged: restore the latest backup");
  writer_->script("BEGIN IMMEDIATE");
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

app::Result<void> SqliteStore::backup(const std::string& path) try {
  if (std::filesystem::exists(path))
    return app::Error{app::ErrorCode::exists, path + " exists already; name a new file for the backup"};
  // A connection of its own, so that writing goes on meanwhile.
  SqliteConnection reader(path_, SqliteConnection::Use::read);
  return copy(reader, path);
} catch (const DatabaseFailure& reason) {
  return failure(reason.what());
}

std::string SqliteStore::description() const { return description_of(path_); }

app::Error SqliteStore::failure(const std::string& reason) const {
  return {app::ErrorCode::unavailable, description() + ": " + reason};
}

}  // namespace herold::store
