#include "app/activity.h"

#include <algorithm>

#include "app/json.h"
#include "app/networks.h"
#include "app/reach.h"
#include "app/validation.h"
#include "herold/ascii.h"

namespace herold::app {
namespace {

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    if (hyphen ? text[i] != '-' : ascii::hex_value(text[i]) < 0) return false;
  }
  return true;
}

// Days of the last week, and tomorrow's where the device's calendar is ahead.
bool is_recent(std::string_view text, Seconds now) {
  const auto time = parse_day(text);
  return time && *time > now - ActivityLimits::age && *time <= now + kDay;
}

std::vector<Problem> problems_of(const Count& count, Seconds now) {
  Validation validation("");
  validation.require(is_uuid(count.id), count.at + "/id", "must be a UUID");
  validation.require(count.event == "shared" || count.event == "suggested-used", count.at + "/event",
                     "must be \"shared\" or \"suggested-used\"");
  validation.require(is_id(count.item), count.at + "/item", "must be the id of a content item");
  validation.require(is_network(count.network), count.at + "/network", "is no network that Herold knows");
  validation.require(is_recent(count.day, now), count.at + "/day", "must be a day of the last week");
  validation.require(count.n >= 1 && count.n <= ActivityLimits::n, count.at + "/n",
                     "must be " + from_to(1, ActivityLimits::n));
  return std::move(validation).problems();
}

struct Counted {
  std::string id;
  std::vector<store::ActivityTotal> totals;
};

// What counts may add to which totals.
class Counting {
 public:
  Counting(store::Transaction& tx, const store::Device& device, Seconds now)
      : tx_(tx), device_(device), now_(now), k_(privacy_threshold(tx)), reach_(tx, k_) {}

  std::vector<Problem> problems_of(const Count& count) {
    auto problems = app::problems_of(count, now_);
    // An item of ours, so that no text can hide in its name.
    if (problems.empty() && !tx_.document(store::DocumentKind::content, count.item))
      problems.push_back({count.at + "/item", "", "there is no content item \"" + count.item + "\""});
    return problems;
  }

  Counted counted(const Count& count) {
    Counted counted{.id = ascii::to_lower(count.id), .totals = {}};
    store::ActivityTotal total{.day = parse_day(count.day).value() / kDay,
                               .event = count.event,
                               .item = count.item,
                               .network = count.network,
                               .group = "",
                               .n = count.n,
                               .people = reach_.people(count.item)};
    keep(total, counted);
    for (const std::string& group : device_.groups) {
      total.group = group;
      total.people = reach_.people(count.item, group);
      keep(total, counted);
    }
    return counted;
  }

 private:
  // What can be about fewer than k people is not kept: beside what may be shown it would hide that, which
  // tells that somebody shared, and a smaller k would show it later.
  void keep(const store::ActivityTotal& total, Counted& counted) const {
    if (total.people >= k_) counted.totals.push_back(total);
  }

  store::Transaction& tx_;
  const store::Device& device_;
  const Seconds now_;
  const std::int64_t k_;
  Reach reach_;
};

struct Prepared {
  std::vector<Counted> counted;
  std::vector<Problem> refused;
};

}  // namespace

// Looking everyone up takes long where they are many, so it is over before the one writer begins.
Result<CountsTaken> Activity::add(const store::Device& device, const std::vector<Count>& counts) {
  auto prepared = store_.read([&](store::Transaction& tx) -> Result<Prepared> {
    Prepared so_far;
    Counting counting(tx, device, clock_.now());
    for (const Count& count : counts) {
      auto problems = counting.problems_of(count);
      if (problems.empty()) so_far.counted.push_back(counting.counted(count));
      std::move(problems.begin(), problems.end(), std::back_inserter(so_far.refused));
    }
    return so_far;
  });
  if (!prepared) return prepared.error();
  return store_.write([&](store::Transaction& tx) -> Result<CountsTaken> {
    CountsTaken taken{.accepted = 0, .repeated = 0, .refused = std::move(prepared->refused)};
    for (const Counted& one : prepared->counted) {
      const bool is_new = tx.remember_count(one.id, clock_.now() / kDay);
      ++(is_new ? taken.accepted : taken.repeated);
      if (!is_new) continue;
      for (const store::ActivityTotal& total : one.totals) tx.add_total(total);
    }
    return taken;
  });
}

Result<void> Activity::forget_ids() {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    tx.forget_counts_before((clock_.now() - ActivityLimits::age) / kDay);
    return {};
  });
}

}  // namespace herold::app
