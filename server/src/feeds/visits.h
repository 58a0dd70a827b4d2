// Visits to feeds: whose turn it is, what became of each, and what is proposed from it. Among all replicas
// one visits a feed at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/clock.h"
#include "app/content_index.h"
#include "app/result.h"
#include "feeds/fetch.h"
#include "store/store.h"

namespace herold::feeds {

// The right to visit a feed.
struct Lease {
  std::string feed;   // its id
  std::string visit;  // Feed::leased_by
  bool operator==(const Lease&) const = default;
};

class Visits {
 public:
  // All must outlive the visits.
  Visits(store::Store& store, const app::Clock& clock, app::ContentIndex& index)
      : store_(store), clock_(clock), index_(index) {}

  // A feed that is due, leased to the caller; among all replicas nobody else gets it while the lease is
  // renewed in time.
  app::Result<std::optional<store::Feed>> claim();
  // Those that were lost stay so.
  app::Result<void> renew(const std::vector<Lease>& leases);
  // What a visit to a claimed feed brought. A feed that was removed, has another address since, or whose
  // lease was lost, stays as it is.
  app::Result<void> record(const store::Feed& claimed, const Visit& visit);
  // Gives a claimed feed back, as if nothing had been.
  app::Result<void> give_back(const store::Feed& claimed);

 private:
  store::Store& store_;
  const app::Clock& clock_;
  app::ContentIndex& index_;
};

}  // namespace herold::feeds
