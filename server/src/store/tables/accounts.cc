#include "store/connection.h"
#include "store/store.h"
#include "store/tables/order.h"

namespace herold::store {
namespace {

Administrator administrator_of(const Row& row) {
  return {
      .email = row.text(0), .name = row.text(1), .password_hash = row.text(2), .created_at = row.integer(3)};
}

}  // namespace

std::vector<Administrator> Transaction::administrators() {
  std::vector<Administrator> found;
  for (const Row& row :
       connection_.query("SELECT email, name, password_hash, created_at FROM administrators")) {
    found.push_back(administrator_of(row));
  }
  sort_by(found, &Administrator::created_at, &Administrator::email);
  return found;
}

std::optional<Administrator> Transaction::administrator(std::string_view email) {
  const auto rows =
      connection_.query("SELECT email, name, password_hash, created_at FROM administrators WHERE email = ?1",
                        {std::string(email)});
  if (rows.empty()) return std::nullopt;
  return administrator_of(rows.front());
}

void Transaction::put_administrator(const Administrator& administrator) {
  connection_.execute(
      "INSERT INTO administrators (email, name, password_hash, created_at) VALUES (?1, ?2, ?3, ?4) "
      "ON CONFLICT (email) DO UPDATE SET name = excluded.name, password_hash = excluded.password_hash",
      {administrator.email, administrator.name, administrator.password_hash, administrator.created_at});
}

void Transaction::remove_administrator(std::string_view email) {
  connection_.execute("DELETE FROM administrators WHERE email = ?1", {std::string(email)});
}

void Transaction::add_session(const Session& session) {
  connection_.execute("INSERT INTO sessions (token_hash, email, expires_at) VALUES (?1, ?2, ?3)",
                      {Blob{session.token_hash}, session.email, session.expires_at});
}

std::optional<Session> Transaction::session(std::string_view token_hash) {
  const auto rows = connection_.query("SELECT email, expires_at FROM sessions WHERE token_hash = ?1",
                                      {Blob{std::string(token_hash)}});
  if (rows.empty()) return std::nullopt;
  return Session{.token_hash = std::string(token_hash),
                 .email = rows.front().text(0),
                 .expires_at = rows.front().integer(1)};
}

void Transaction::remove_session(std::string_view token_hash) {
  connection_.execute("DELETE FROM sessions WHERE token_hash = ?1", {Blob{std::string(token_hash)}});
}

void Transaction::remove_sessions_of(std::string_view email) {
  connection_.execute("DELETE FROM sessions WHERE email = ?1", {std::string(email)});
}

void Transaction::remove_sessions_before(std::int64_t expires_at) {
  connection_.execute("DELETE FROM sessions WHERE expires_at <= ?1", {expires_at});
}

}  // namespace herold::store
