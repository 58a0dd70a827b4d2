// Counts, not people: what was shared, as totals by item, network, day and group. The device token only
// admits the batch; nothing of it is kept beside the counts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/clock.h"
#include "app/privacy.h"
#include "app/result.h"
#include "store/store.h"

namespace herold::app {

struct ActivityLimits {
  static constexpr std::size_t counts = 200;  // a batch
  static constexpr std::int64_t n = 100;      // a count
  static constexpr Seconds age = 7 * kDay;    // ids are remembered as long, so a repeat is always known
};

struct Count {
  std::string at;     // JSON Pointer, for messages
  std::string id;     // UUID; a repeat counts once
  std::string event;  // "shared" | "suggested-used"
  std::string item;   // a published content item
  std::string network;
  std::string day;  // YYYY-MM-DD
  std::int64_t n = 1;
};

struct CountsTaken {
  std::int64_t accepted = 0;
  std::int64_t repeated = 0;
  std::vector<Problem> refused;  // of the counts that are none
};

class Activity {
 public:
  Activity(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // One that is wrong is left out and does not keep the others from counting.
  Result<CountsTaken> add(const store::Device& device, const std::vector<Count>& counts);
  // Drops the ids that have had their time.
  Result<void> forget_ids();

 private:
  store::Store& store_;
  const Clock& clock_;
};

struct FigureOf {
  std::string of;  // item id, network, group id, or day
  Figure shared;
  Figure suggested_used;
  Figure clicks;  // of groups there are none
};

// Only what may be shown is in here: an item or network whose figures are all about too few people has no
// row, since a row alone would tell that somebody shared.
struct StatisticsReport {
  std::int64_t k = SmallestGroup::otherwise;
  std::string from;
  std::string to;
  Figure people;  // enrolled devices
  Figure shared;
  Figure suggested_used;
  Figure clicks;
  std::vector<FigureOf> items, networks, days, groups;
};

class Statistics {
 public:
  Statistics(store::Store& store, const Clock& clock) : store_(store), clock_(clock) {}

  // Days, both inclusive; empty: the last 30. Groups only where `settings.groupFigures` is true.
  Result<StatisticsReport> report(std::string_view from, std::string_view to);

 private:
  store::Store& store_;
  const Clock& clock_;
};

}  // namespace herold::app
