#include <algorithm>
#include <map>
#include <set>

#include "app/activity.h"
#include "app/group_privacy.h"
#include "app/json.h"
#include "app/source.h"

namespace herold::app {
namespace {

constexpr std::int64_t kDefaultK = 10;
constexpr std::int64_t kSmallestK = 5;
constexpr std::int64_t kDefaultDays = 30;
constexpr std::int64_t kMostDays = 366;

struct Period {
  std::int64_t from = 0;  // days since 1970, both inclusive
  std::int64_t to = 0;
};

Result<Period> period_of(std::string_view from, std::string_view to, Seconds now) {
  const auto last = to.empty() ? std::optional(now) : parse_day(to);
  if (!last) return Error{ErrorCode::invalid, "`to` must be a day such as 2026-11-24"};
  const std::int64_t last_day = *last / kDay;
  const auto first = from.empty() ? std::optional((last_day - kDefaultDays + 1) * kDay) : parse_day(from);
  if (!first) return Error{ErrorCode::invalid, "`from` must be a day such as 2026-11-24"};
  const Period period{.from = *first / kDay, .to = last_day};
  if (period.from > period.to) return Error{ErrorCode::invalid, "`from` must not be after `to`"};
  if (period.to - period.from >= kMostDays) return Error{ErrorCode::invalid, "at most 366 days at once"};
  return period;
}

// Adds up what may be shown. A total of a time when its group was too small is left out; when nothing else is
// there, the figure is too small as a whole.
class Sum {
 public:
  void add(const store::ActivityTotal& total, std::int64_t k) {
    if (total.people < k) {
      hidden_ = true;
      return;
    }
    shown_ = true;
    n_ += total.n;
  }

  Figure figure(bool group_is_large) const {
    if (!group_is_large || (hidden_ && !shown_)) return {.too_small = true, .n = 0};
    return {.too_small = false, .n = n_};
  }

 private:
  bool hidden_ = false;
  bool shown_ = false;
  std::int64_t n_ = 0;
};

struct Sums {
  Sum shared;
  Sum suggested_used;
  std::int64_t clicks = 0;

  void add(const store::ActivityTotal& total, std::int64_t k) {
    (total.event == "shared" ? shared : suggested_used).add(total, k);
  }
};

using Table = std::map<std::string, Sums>;

template <class Large>
std::vector<FigureOf> figures(const Table& table, Large&& is_large) {
  std::vector<FigureOf> rows;
  for (const auto& [of, sums] : table) {
    rows.push_back({.of = of,
                    .shared = sums.shared.figure(is_large(of)),
                    .suggested_used = sums.suggested_used.figure(is_large(of)),
                    .clicks = sums.clicks});
  }
  return rows;
}

}  // namespace

std::int64_t privacy_threshold(store::Transaction& tx) {
  const Json organisation = stored(organisation_document(tx).body);
  return std::max(kSmallestK, organisation.at("settings").value("k", kDefaultK));
}

Result<StatisticsReport> Statistics::report(std::string_view from, std::string_view to) {
  const auto period = period_of(from, to, clock_.now());
  if (!period) return period.error();
  return store_.read([&](store::Transaction& tx) -> Result<StatisticsReport> {
    const Json settings = stored(organisation_document(tx).body).at("settings");
    const std::int64_t k = privacy_threshold(tx);
    const std::int64_t people = tx.people();
    Sums all;
    Table items, networks, days, groups;
    if (settings.value("groupFigures", false)) {
      for (const auto& memberships : tx.group_memberships()) {
        for (const std::string& group : memberships) groups[group];
      }
    }
    for (const auto& total : tx.totals(period->from, period->to)) {
      if (!total.group.empty()) {
        const auto group = groups.find(total.group);
        if (group != groups.end()) group->second.add(total, k);
        continue;
      }
      all.add(total, k);
      items[total.item].add(total, k);
      networks[total.network].add(total, k);
      days[day(total.day * kDay)].add(total, k);
    }
    std::int64_t clicks = 0;
    for (const store::Clicks& one : tx.clicks(period->from, period->to)) {
      clicks += one.n;
      items[one.item].clicks += one.n;
      networks[one.channel].clicks += one.n;
      days[day(one.day * kDay)].clicks += one.n;
    }
    const bool large = people >= k;
    const auto always = [&](const std::string&) { return large; };
    const auto shown = groups_to_show(tx.group_memberships(), people, k);
    return StatisticsReport{
        .k = k,
        .from = day(period->from * kDay),
        .to = day(period->to * kDay),
        .people = {.too_small = !large, .n = large ? people : 0},
        .shared = all.shared.figure(large),
        .suggested_used = all.suggested_used.figure(large),
        .clicks = clicks,
        .items = figures(items, always),
        .networks = figures(networks, always),
        .days = figures(days, always),
        .groups = figures(groups, [&](const std::string& group) { return shown.contains(group); })};
  });
}

}  // namespace herold::app
