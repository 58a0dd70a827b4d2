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

}  // namespace

std::vector<AuditEntry> Transaction::audit_before(std::int64_t sequence, std::int64_t limit) {
  return entries_of(connection_.query("SELECT " AUDIT_COLUMNS
                                      " FROM audit WHERE sequence < ?1 ORDER BY sequence DESC LIMIT ?2",
                                      {sequence, limit}));
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

void Transaction::add_audit(const AuditEntry& entry) {
  connection_.execute(
      "INSERT INTO audit (" AUDIT_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
      {entry.sequence, entry.at, entry.actor, entry.action, entry.subject, entry.previous, entry.hash});
}

}  // namespace herold::store
