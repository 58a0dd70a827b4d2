#include "app/audit.h"

#include <algorithm>
#include <limits>

#include "app/crypto.h"
#include "app/json.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

std::string hash_of(const store::AuditEntry& entry) {
  const Json fields{entry.previous, entry.sequence, entry.at, entry.actor, entry.action, entry.subject};
  return hex(sha256(fields.dump()));
}

}  // namespace

void audit(store::Transaction& tx, const Clock& clock, std::string_view actor, std::string_view action,
           std::string_view subject) {
  const auto last = tx.audit_last();
  store::AuditEntry entry{.sequence = last ? last->sequence + 1 : 1,
                          .at = clock.now(),
                          .actor = std::string(actor),
                          .action = std::string(action),
                          .subject = std::string(subject),
                          .previous = last ? last->hash : "",
                          .hash = {}};
  entry.hash = hash_of(entry);
  tx.add_audit(entry);
}

Result<std::vector<store::AuditEntry>> AuditLog::entries(std::int64_t before, std::int64_t limit,
                                                         const store::AuditFilter& filter) {
  const std::int64_t from = before > 0 ? before : std::numeric_limits<std::int64_t>::max();
  const std::int64_t page = std::clamp<std::int64_t>(limit, 1, largest_page);
  store::AuditFilter folded = filter;
  folded.action = ascii::to_lower(filter.action);
  folded.subject = ascii::to_lower(filter.subject);
  return store_.read([&](store::Transaction& tx) -> Result<std::vector<store::AuditEntry>> {
    return tx.audit_before(from, page, folded);
  });
}

Result<std::vector<std::string>> AuditLog::actors() {
  return store_.read(
      [](store::Transaction& tx) -> Result<std::vector<std::string>> { return tx.audit_actors(); });
}

Result<AuditLog::Verified> AuditLog::verify() {
  return store_.read([&](store::Transaction& tx) -> Result<Verified> {
    Verified verified;
    std::string previous;
    while (true) {
      const auto page = tx.audit_from(verified.entries + 1, largest_page);
      if (page.empty()) return verified;
      for (const store::AuditEntry& entry : page) {
        const std::int64_t expected = verified.entries + 1;
        if (entry.sequence != expected || entry.previous != previous || entry.hash != hash_of(entry)) {
          verified.broken_at = expected;
          return verified;
        }
        previous = entry.hash;
        ++verified.entries;
      }
    }
  });
}

}  // namespace herold::app
