#include "store/sqlite/sqlite_connection.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

namespace herold::store {
namespace {

int open_flags(SqliteConnection::Use use) {
  if (use == SqliteConnection::Use::archive) return SQLite::OPEN_READONLY | SQLite::OPEN_URI;
  // Readers open for writing too: WAL readers keep the shared index up to date. query_only binds them.
  return SQLite::OPEN_READWRITE;
}

// What SQLite takes for a path, or for a URI where OPEN_URI says so.
std::string location(const std::string& path, SqliteConnection::Use use) {
  if (use != SqliteConnection::Use::archive) return path;
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#')
      uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
    else
      uri += c;
  }
  // Otherwise the files of the log would be made beside it.
  return uri + "?immutable=1";
}

// What SQLite's short words mean for whoever runs the server.
std::string explained(const SQLite::Exception& failure) {
  const std::string reason = failure.what();
  switch (failure.getErrorCode()) {
    case SQLITE_FULL:
      return reason + " (is there room on the disk?)";
    case SQLITE_IOERR:
      return reason + " (look whether the last change was kept before trying it again)";
    case SQLITE_BUSY:
      return reason + " (another program is writing to it)";
    case SQLITE_CORRUPT:
      return reason + "; restore the latest backup";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
      return reason + " (the file and its folder must belong to the user who runs herold)";
    case SQLITE_NOTADB:
      return "this is no SQLite database";
    default:
      return reason;
  }
}

template <class F>
auto translated(F&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& failure) {
    throw DatabaseFailure(explained(failure));
  }
}

void bind(SQLite::Statement& statement, const Values& parameters) {
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    const int place = static_cast<int>(i) + 1;
    if (const auto* integer = std::get_if<std::int64_t>(&parameters[i])) statement.bind(place, *integer);
    if (const auto* text = std::get_if<std::string>(&parameters[i])) statement.bind(place, *text);
    if (const auto* blob = std::get_if<Blob>(&parameters[i])) {
      statement.bind(place, blob->bytes.data(), static_cast<int>(blob->bytes.size()));
    }
  }
}

Value value_of(const SQLite::Column& column) {
  if (column.isInteger()) return column.getInt64();
  const std::string bytes(static_cast<const char*>(column.getBlob()),
                          static_cast<std::size_t>(column.getBytes()));
  if (column.isBlob()) return Blob{bytes};
  return bytes;
}

}  // namespace

SqliteConnection::SqliteConnection(const std::string& path, Use use) try
    : database_(location(path, use), open_flags(use), 5000) {
  // 5000 ms above: another process may hold the lock for a moment (a backup, `herold admin`).
  if (use == Use::write) {
    // Readers go on while one writes.
    database_.exec("PRAGMA journal_mode = WAL");
    // An answered request survives a power cut; NORMAL may lose the last ones.
    database_.exec("PRAGMA synchronous = FULL");
    // Sessions go with their administrator, groups with their device.
    database_.exec("PRAGMA foreign_keys = ON");
    // "Deleted" means gone from the file, too: a person who left, a used token.
    database_.exec("PRAGMA secure_delete = ON");
    // The log is cut back after a large publication instead of keeping that size for good.
    database_.exec("PRAGMA journal_size_limit = 16777216");
  } else {
    // A reader that writes is a mistake in this program.
    database_.exec("PRAGMA query_only = ON");
  }
  // Views and triggers of a prepared file must not call functions.
  database_.exec("PRAGMA trusted_schema = OFF");
} catch (const SQLite::Exception& failure) {
  throw DatabaseFailure(explained(failure));
}

std::vector<Row> SqliteConnection::query(const char* sql, const Values& parameters) {
  return translated([&] {
    SQLite::Statement statement(database_, sql);
    bind(statement, parameters);
    std::vector<Row> rows;
    while (statement.executeStep()) {
      Values values;
      for (int i = 0; i < statement.getColumnCount(); ++i) values.push_back(value_of(statement.getColumn(i)));
      rows.emplace_back(std::move(values));
    }
    return rows;
  });
}

std::int64_t SqliteConnection::execute(const char* sql, const Values& parameters) {
  return translated([&] {
    SQLite::Statement statement(database_, sql);
    bind(statement, parameters);
    return static_cast<std::int64_t>(statement.exec());
  });
}

void SqliteConnection::script(const char* sql) {
  translated([&] { return database_.exec(sql); });
}

void SqliteConnection::roll_back() noexcept {
  if (sqlite3_get_autocommit(database_.getHandle()) != 0) return;
  database_.tryExec("ROLLBACK");
}

void SqliteConnection::backup_to(const std::string& path) {
  translated([&] {
    SQLite::Database target(path, SQLite::OPEN_READWRITE);
    SQLite::Backup backup(target, database_);
    while (backup.executeStep(-1) != SQLITE_DONE) sqlite3_sleep(50);
    return 0;
  });
}

}  // namespace herold::store
