#include <algorithm>

#include "store/connection.h"
#include "store/store.h"

namespace herold::store {
namespace {

#define AUDIT_COLUMNS "sequence, happened_at, actor, action, subject, previous, hash"

std::vector<AuditEntry> entries_of(const std::vector<Row>& rows) {
  std::vector<AuditEntry> entries;
  for (const Row& row : rows) {
    entries.push_back({.sequence = row.integer(0),
                       .at = row.integer(1),
                       .actor = row.text(2),
                       .action = row.text(3),
                       .subject = row.text(4),
                       .previous = row.text(5),
                       .hash = row.text(6)});
  }
  return entries;
}

// For LIKE with `!` as its escape.
std::string literally(std::string_view text) {
  std::string pattern;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c;
  }
  return pattern;
}

}  // namespace

std::vector<AuditEntry> Transaction::audit_before(std::int64_t sequence, std::int64_t limit,
                                                  const AuditFilter& filter) {
  return entries_of(connection_.query(
      "SELECT " AUDIT_COLUMNS
      " FROM audit WHERE sequence < ?1 AND (?3 = '' OR actor = ?3)"
      " AND (?4 = '' OR action = ?4 OR action LIKE ?5 ESCAPE '!')"
      " AND (?6 = '' OR lower(subject) LIKE ?6 ESCAPE '!')"
      " AND happened_at >= ?7 AND happened_at < ?8"
      " ORDER BY sequence DESC LIMIT ?2",
      {sequence, limit, filter.actor, filter.action, literally(filter.action) + ".%",
       filter.subject.empty() ? "" : "%" + literally(filter.subject) + "%", filter.from, filter.until}));
}

std::vector<AuditEntry> Transaction::audit_from(std::int64_t sequence, std::int64_t limit) {
  return entries_of(connection_.query("SELECT " AUDIT_COLUMNS
                                      " FROM audit WHERE sequence >= ?1 ORDER BY sequence LIMIT ?2",
                                      {sequence, limit}));
}

std::optional<AuditEntry> Transaction::audit_last() {
  auto entries =
      entries_of(connection_.query("SELECT " AUDIT_COLUMNS " FROM audit ORDER BY sequence DESC LIMIT 1"));
  if (entries.empty()) return std::nullopt;
  return std::move(entries.front());
}

std::vector<std::string> Transaction::audit_actors() {
  std::vector<std::string> actors;
  for (const Row& row : connection_.query("SELECT DISTINCT actor FROM audit", {}))
    actors.push_back(row.text(0));
  std::sort(actors.begin(), actors.end());
  return actors;
}

void Transaction::add_audit(const AuditEntry& entry) {
  connection_.execute(
      "INSERT INTO audit (" AUDIT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {entry.sequence, entry.at, entry.actor, entry.action, entry.subject, entry.previous, entry.hash});
}

}  // namespace herold::store
