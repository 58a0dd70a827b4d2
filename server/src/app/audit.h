// Who changed what, when: administrators only, never employees. A chain: each entry's hash covers the hash of
// the one before, so that an entry cannot be altered or taken out unnoticed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

// Adds an entry, inside the transaction of what it tells of.
void audit(store::Transaction& tx, const Clock& clock, std::string_view actor, std::string_view action,
           std::string_view subject);

class AuditLog {
 public:
  explicit AuditLog(store::Store& store) : store_(store) {}

  static constexpr std::int64_t largest_page = 1000;

  // Newest first, those with a sequence below `before` (0: from the newest); at most `limit`, capped at
  // `largest_page`. The filter's action and subject may have any case.
  Result<std::vector<store::AuditEntry>> entries(std::int64_t before, std::int64_t limit,
                                                 const store::AuditFilter& filter = {});
  Result<std::vector<std::string>> actors();  // everyone of whom there are entries

  struct Verified {
    std::int64_t entries = 0;
    std::int64_t broken_at = 0;  // sequence of the first entry that does not fit; 0 when all do
  };
  Result<Verified> verify();

 private:
  store::Store& store_;
};

}  // namespace herold::app
