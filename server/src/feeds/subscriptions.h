// The feeds an organisation reads: what editors set, what became of each visit, and what is proposed from it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/document.h"
#include "app/result.h"
#include "feeds/fetch.h"
#include "store/store.h"

namespace herold::feeds {

struct Settings {
  std::string url;
  std::string title;
  std::string language = {};             // of entries that do not say theirs; may be empty
  std::vector<std::string> topics = {};  // put on what is proposed
  std::int64_t minutes = 30;             // between two visits
  bool enabled = true;
  std::string owner;  // of what is proposed; may be empty
};

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

// The right to visit a feed.
struct Lease {
  std::string feed;   // its id
  std::string visit;  // Feed::leased_by
  bool operator==(const Lease&) const = default;
};

class Subscriptions {
 public:
  // Both must outlive the subscriptions.
  Subscriptions(store::Store& store, const app::Clock& clock) : store_(store), clock_(clock) {}

  app::Result<std::vector<store::Feed>> list();
  app::Result<store::Feed> get(std::string_view id);
  app::Result<store::Feed> create(const Settings& settings, std::string_view actor);
  // Another address starts afresh.
  // Stale when the feed's version is not the one expected.
  app::Result<store::Feed> change(std::string_view id, const Settings& settings,
                                  const app::Expected& expected, std::string_view actor);
  // Stale like a change.
  app::Result<void> remove(std::string_view id, const app::Expected& expected, std::string_view actor);
  // Makes it due, paused or not.
  app::Result<store::Feed> fetch_soon(std::string_view id);

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
  void take(store::Transaction& tx, store::Feed& feed, const Feed& read, std::size_t most);
  std::int64_t propose(store::Transaction& tx, const store::Feed& feed, const Feed& read, std::size_t most);

  store::Store& store_;
  const app::Clock& clock_;
};

// When a feed is due again after a visit: its interval, and a tenth of it at most, so that feeds do not stay
// in step; twice as long after each failure in a row. Never sooner than the other side asks for.
app::Seconds next_due(const store::Feed& feed, app::Seconds now, app::Seconds retry_after);

}  // namespace herold::feeds
