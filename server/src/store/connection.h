// One database connection inside a transaction, as the table code sees it: SQL that SQLite and PostgreSQL
// both read, parameters ?1 ?2 …, rows out. Every column is NOT NULL, so there are no nulls on either side.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace herold::store {

struct Blob {
  std::string bytes;
};

using Value = std::variant<std::int64_t, std::string, Blob>;
using Values = std::vector<Value>;

class Row {
 public:
  explicit Row(Values values) : values_(std::move(values)) {}
  std::int64_t integer(std::size_t column) const { return std::get<std::int64_t>(values_.at(column)); }
  const std::string& text(std::size_t column) const { return std::get<std::string>(values_.at(column)); }
  const std::string& blob(std::size_t column) const { return std::get<Blob>(values_.at(column)).bytes; }

 private:
  Values values_;
};

class Connection {
 public:
  virtual ~Connection() = default;
  virtual std::vector<Row> query(const char* sql, const Values& parameters = {}) = 0;
  // How many rows were inserted, updated or deleted.
  virtual std::int64_t execute(const char* sql, const Values& parameters = {}) = 0;
  // Several statements, without parameters.
  virtual void script(const char* sql) = 0;
};

// The database said no. Leaves the store only as Error{unavailable}.
class DatabaseFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace herold::store
