#include "store/postgres/postgres_connection.h"

namespace herold::store {
namespace {

// From PostgreSQL's catalog pg_type: fixed for good.
constexpr pqxx::oid kByteaOid = 17;
constexpr pqxx::oid kBigintOid = 20;
constexpr pqxx::oid kIntegerOid = 23;

// ?1 → $1. No SQL of ours holds a question mark elsewhere.
std::string numbered(std::string sql) {
  for (char& c : sql) {
    if (c == '?') c = '$';
  }
  return sql;
}

std::string hex(const std::string& bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text = "\\x";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

// Parameters travel as text; PostgreSQL knows their types from the statement.
std::string parameter(const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* blob = std::get_if<Blob>(&value)) return hex(blob->bytes);
  const std::string& text = std::get<std::string>(value);
  if (text.find('\0') != std::string::npos) throw DatabaseFailure("a text holds a NUL character");
  return text;
}

Value value_of(const pqxx::field& field) {
  switch (field.type()) {
    case kBigintOid:
    case kIntegerOid:
      return field.as<std::int64_t>();
    case kByteaOid:
      return Blob{pqxx::binarystring(field).str()};
    default:
      return std::string(field.c_str(), field.size());
  }
}

}  // namespace

pqxx::result PostgresConnection::run(const char* sql, const Values& parameters) try {
  std::vector<std::string> texts;
  for (const Value& value : parameters) texts.push_back(parameter(value));
  return transaction_.exec_params(numbered(sql), pqxx::prepare::make_dynamic_params(texts));
} catch (const pqxx::failure& failure) {
  throw DatabaseFailure(failure.what());
}

std::vector<Row> PostgresConnection::query(const char* sql, const Values& parameters) {
  std::vector<Row> rows;
  for (const pqxx::row& row : run(sql, parameters)) {
    Values values;
    for (const pqxx::field& field : row) values.push_back(value_of(field));
    rows.emplace_back(std::move(values));
  }
  return rows;
}

std::int64_t PostgresConnection::execute(const char* sql, const Values& parameters) {
  return static_cast<std::int64_t>(run(sql, parameters).affected_rows());
}

void PostgresConnection::script(const char* sql) try {
  transaction_.exec(std::string(sql));
} catch (const pqxx::failure& failure) {
  throw DatabaseFailure(failure.what());
}

}  // namespace herold::store
