#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "app/activity.h"
#include "app/group_privacy.h"
#include "app/json.h"
#include "app/limits.h"
#include "app/reach.h"
#include "app/source.h"

namespace herold::app {
namespace {

constexpr std::int64_t kDefaultDays = 30;

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
  if (period.to - period.from >= InputLimits::statistics_days)
    return Error{ErrorCode::invalid, at_most(InputLimits::statistics_days, "days") + " at once"};
  return period;
}

// The days on which there were people, but perhaps fewer than k, as far as those who are enrolled now tell. A
// figure of such days is never zero but too small: a zero here and "too small" there would tell who did
// something. So what is too small depends on who was enrolled, never on what they did.
Period small_time(const std::vector<std::int64_t>& joined, std::int64_t k) {
  if (joined.empty()) return {.from = 0, .to = -1};
  const bool never_large = static_cast<std::int64_t>(joined.size()) < k;
  return {
      .from = joined.front(),
      .to = never_large ? std::numeric_limits<std::int64_t>::max() : joined[static_cast<std::size_t>(k - 1)]};
}

bool overlap(const Period& one, const Period& other) { return one.from <= other.to && other.from <= one.to; }

struct Sum {
  bool shown = false;
  std::int64_t n = 0;

  void add(std::int64_t more) {
    shown = true;
    n += more;
  }
};

struct Sums {
  Sum shared;
  Sum suggested_used;
  Sum clicks;

  Sum& of(std::string_view event) { return event == "shared" ? shared : suggested_used; }
};

struct Protection {
  bool large = false;       // there are k people now
  bool small_time = false;  // but not on all days of the period

  Figure figure(const Sum& sum) const {
    if (!large || (small_time && !sum.shown)) return {.too_small = true, .n = 0};
    return {.too_small = false, .n = sum.n};
  }

  FigureOf row(const std::string& of, const Sums& sums) const {
    return {.of = of,
            .shared = figure(sums.shared),
            .suggested_used = figure(sums.suggested_used),
            .clicks = figure(sums.clicks)};
  }
};

using Table = std::map<std::string, Sums>;

// Adds up what may be shown: what was counted while it could be about fewer than k people is left out, of the
// sums too, so that no difference tells of it.
struct Tables {
  Sums all;
  Table items, networks, days, groups;

  void add(const store::ActivityTotal& total) {
    if (!total.group.empty()) {
      groups[total.group].of(total.event).add(total.n);
      return;
    }
    for (Sums* sums : {&all, &items[total.item], &networks[total.network], &days[day(total.day * kDay)]})
      sums->of(total.event).add(total.n);
  }

  void add(const store::Clicks& clicks) {
    for (Sums* sums : {&all, &items[clicks.item], &networks[clicks.channel], &days[day(clicks.day * kDay)]})
      sums->clicks.add(clicks.n);
  }

  template <class Counted>
  void add_shown(const std::vector<Counted>& counted, std::int64_t k) {
    for (const Counted& one : counted) {
      if (one.people >= k) add(one);
    }
  }
};

// An item that reaches fewer than k people now has no zeros either, only what was counted when they were
// more.
std::vector<FigureOf> item_rows(store::Transaction& tx, const Table& table, Protection protection,
                                std::int64_t k) {
  std::vector<FigureOf> rows;
  Reach reach(tx, k);
  for (const auto& [item, sums] : table) {
    Protection of_item = protection;
    of_item.small_time = protection.small_time || reach.people(item) < k;
    rows.push_back(of_item.row(item, sums));
  }
  return rows;
}

std::vector<FigureOf> rows(const Table& table, const Protection& protection) {
  std::vector<FigureOf> rows;
  for (const auto& [of, sums] : table) rows.push_back(protection.row(of, sums));
  return rows;
}

// Days without a row are zero, so those of a small time have one.
std::vector<FigureOf> day_rows(Table days, const Period& period, const Period& small, bool large) {
  for (std::int64_t one = std::max(period.from, small.from); one <= std::min(period.to, small.to); ++one)
    days[day(one * kDay)];
  std::vector<FigureOf> rows;
  for (const auto& [of, sums] : days) {
    const std::int64_t one = parse_day(of).value() / kDay;
    rows.push_back(
        Protection{.large = large, .small_time = overlap(small, {.from = one, .to = one})}.row(of, sums));
  }
  return rows;
}

// Each group that somebody is in.
std::vector<FigureOf> group_rows(store::Transaction& tx, const Table& counted, const Period& period,
                                 std::int64_t k) {
  std::set<std::string> groups;
  const auto people = tx.people_alike();
  for (const store::PeopleAlike& alike : people) groups.insert(alike.groups.begin(), alike.groups.end());
  const std::set<std::string> shown = groups_to_show(people, k);
  std::vector<FigureOf> rows;
  for (const std::string& group : groups) {
    const Protection protection{.large = shown.contains(group),
                                .small_time = overlap(small_time(tx.joined_days(group), k), period)};
    const auto sums = counted.find(group);
    rows.push_back(protection.row(group, sums == counted.end() ? Sums{} : sums->second));
  }
  return rows;
}

}  // namespace

Result<StatisticsReport> Statistics::report(std::string_view from, std::string_view to) {
  const auto period = period_of(from, to, clock_.now());
  if (!period) return period.error();
  return store_.read([&](store::Transaction& tx) -> Result<StatisticsReport> {
    const Json settings = stored(organisation_document(tx).body).at("settings");
    const std::int64_t k = privacy_threshold(tx);
    const std::vector<std::int64_t> joined = tx.joined_days("");
    const auto people = static_cast<std::int64_t>(joined.size());
    const Period small = small_time(joined, k);
    const Protection protection{.large = people >= k, .small_time = overlap(small, *period)};
    Tables tables;
    tables.add_shown(tx.totals(period->from, period->to), k);
    tables.add_shown(tx.clicks(period->from, period->to), k);
    return StatisticsReport{.k = k,
                            .from = day(period->from * kDay),
                            .to = day(period->to * kDay),
                            .people = figure_of(people, k),
                            .shared = protection.figure(tables.all.shared),
                            .suggested_used = protection.figure(tables.all.suggested_used),
                            .clicks = protection.figure(tables.all.clicks),
                            .items = item_rows(tx, tables.items, protection, k),
                            .networks = rows(tables.networks, protection),
                            .days = day_rows(tables.days, *period, small, protection.large),
                            .groups = settings.value("groupFigures", false)
                                          ? group_rows(tx, tables.groups, *period, k)
                                          : std::vector<FigureOf>{}};
  });
}

}  // namespace herold::app
