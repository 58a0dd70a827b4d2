#include "store/migrations.h"

#include <string>

namespace herold::store {

std::optional<app::Error> migrate(Connection& connection, const std::string& description) {
  connection.execute("CREATE TABLE IF NOT EXISTS herold_schema (version BIGINT NOT NULL PRIMARY KEY)");
  const auto known = static_cast<std::int64_t>(migrations().size());
  const std::int64_t current =
      connection.query("SELECT COALESCE(MAX(version), 0) FROM herold_schema").front().integer(0);
  if (current > known) {
    return app::Error{app::ErrorCode::unavailable,
                      description + " was written by a newer Herold (schema " + std::to_string(current) +
                          ", this program knows " + std::to_string(known) +
                          "). Start the newer program, or restore a backup made before the upgrade."};
  }
  for (std::int64_t version = current + 1; version <= known; ++version) {
    connection.script(migrations()[static_cast<std::size_t>(version - 1)]);
    connection.execute("INSERT INTO herold_schema (version) VALUES (?1)", {version});
  }
  return std::nullopt;
}

}  // namespace herold::store
