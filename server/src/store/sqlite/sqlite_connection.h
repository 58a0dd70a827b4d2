// One SQLite connection. SQLiteCpp's exceptions become DatabaseFailure here.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

#include "store/connection.h"

namespace herold::store {

class SqliteConnection final : public Connection {
 public:
  enum class Use {
    write,
    read,
    archive,  // a file that nobody writes: it is only read, and nothing is made beside it
  };

  // The file must be there.

  SqliteConnection(const std::string& path, Use use);

  std::vector<Row> query(const char* sql, const Values& parameters) override;
  std::int64_t execute(const char* sql, const Values& parameters) override;
  void script(const char* sql) override;

  // Rolls back what is still open; never fails, since a failed statement may have rolled back already.
  void roll_back() noexcept;
  // Copies the whole database into a file that is there and empty.
  void backup_to(const std::string& path);

 private:
  SQLite::Database database_;
};

}  // namespace herold::store
