#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"
#include "store/store.h"

namespace herold::store {

app::Result<std::unique_ptr<Store>> open_store(const std::string& url) {
  constexpr std::string_view sqlite = "sqlite:";
  if (url.starts_with(sqlite) && url.size() > sqlite.size())
    return SqliteStore::open(url.substr(sqlite.size()));
  if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return PostgresStore::open(url);
  return app::Error{app::ErrorCode::invalid,
                    "the database is named by sqlite:PATH or postgresql://…, not by \"" + url + "\""};
}

}  // namespace herold::store
