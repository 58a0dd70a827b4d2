#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/store.h"

namespace herold::store {
namespace {

// What follows `sqlite:`; empty for any other URL.
std::string sqlite_path(const std::string& url) {
  constexpr std::string_view sqlite = "sqlite:";
  return url.starts_with(sqlite) ? url.substr(sqlite.size()) : "";
}

bool is_postgres(const std::string& url) {
  return url.starts_with("postgresql://") || url.starts_with("postgres://");
}

app::Error no_database(const std::string& url) {
  return {app::ErrorCode::invalid,
          "the database is named by sqlite:PATH or postgresql://…, not by \"" + url + "\""};
}

}  // namespace

app::Result<std::unique_ptr<Store>> open_store(const std::string& url) {
  if (const std::string path = sqlite_path(url); !path.empty()) return SqliteStore::open(path);
  if (is_postgres(url)) return PostgresStore::open(url);
  return no_database(url);
}

app::Result<std::unique_ptr<Store>> open_existing_store(const std::string& url) {
  if (const std::string path = sqlite_path(url); !path.empty()) return SqliteStore::open_existing(path);
  if (is_postgres(url)) return PostgresStore::open_existing(url);
  return no_database(url);
}

app::Result<void> restore(const std::string& backup, const std::string& url) {
  if (const std::string path = sqlite_path(url); !path.empty()) return SqliteStore::restore(backup, path);
  if (is_postgres(url))
    return app::Error{app::ErrorCode::invalid, "restore a PostgreSQL database with pg_restore"};
  return no_database(url);
}

}  // namespace herold::store
