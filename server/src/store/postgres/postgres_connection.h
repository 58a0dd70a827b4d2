// A PostgreSQL transaction as the table code sees it. libpqxx's exceptions become DatabaseFailure here.
#pragma once

#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "store/connection.h"

namespace herold::store {

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(pqxx::transaction_base& transaction) : transaction_(transaction) {}

  std::vector<Row> query(const char* sql, const Values& parameters) override;
  std::int64_t execute(const char* sql, const Values& parameters) override;
  void script(const char* sql) override;

 private:
  pqxx::result run(const char* sql, const Values& parameters);

  pqxx::transaction_base& transaction_;
};

}  // namespace herold::store
