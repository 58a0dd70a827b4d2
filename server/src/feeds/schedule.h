// When feeds are visited, how many there may be, and how much they may bring.
#pragma once

#include <cstddef>
#include <cstdint>

#include "app/clock.h"
#include "feeds/entry.h"
#include "store/records.h"

namespace herold::feeds {

struct Schedule {
  static constexpr std::int64_t least_minutes = 5;
  static constexpr std::int64_t most_minutes = 7 * 24 * 60;
  static constexpr app::Seconds longest_wait = app::kDay;  // after failures
  static constexpr app::Seconds lease = 10;                // after a kill the feed rests so long
  static constexpr app::Seconds renewal = 3;               // of the leases of visits under way
  static constexpr app::Seconds skew = app::kMinute;       // between the clocks of replicas, at most
  static constexpr std::size_t first_entries = 20;         // proposed from the first visit, the newest
  static constexpr std::size_t entries = 50;               // proposed from each later one
  static constexpr std::int64_t waiting = 100;             // in the review queue from one feed
  static constexpr std::size_t feeds = 200;
};

// When a feed is due again after a visit: its interval, and a tenth of it at most, so that feeds do not stay
// in step; twice as long after each failure in a row. Never sooner than the other side asks for.
app::Seconds next_due(const store::Feed& feed, app::Seconds now, app::Seconds retry_after);

// What became of the last visit, for the editors; a trouble without code: all is well.
void tell(store::Feed& feed, const Trouble& trouble);

}  // namespace herold::feeds
