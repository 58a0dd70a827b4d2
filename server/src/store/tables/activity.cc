#include "store/connection.h"
#include "store/store.h"

namespace herold::store {

bool Transaction::remember_count(std::string_view id, std::int64_t day) {
  return connection_.execute("INSERT INTO activity_ids (id, day) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING",
                             {std::string(id), day}) > 0;
}

void Transaction::forget_counts_before(std::int64_t day) {
  connection_.execute("DELETE FROM activity_ids WHERE day < ?1", {day});
}

void Transaction::add_total(const ActivityTotal& total) {
  connection_.execute(
      "INSERT INTO activity_totals (day, event, item, network, group_id, n, people) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
      "ON CONFLICT (day, event, item, network, group_id) DO UPDATE SET n = activity_totals.n + excluded.n, "
      "people = CASE WHEN excluded.people < activity_totals.people THEN excluded.people "
      "ELSE activity_totals.people END",
      {total.day, total.event, total.item, total.network, total.group, total.n, total.people});
}

std::vector<ActivityTotal> Transaction::totals(std::int64_t from_day, std::int64_t to_day) {
  std::vector<ActivityTotal> found;
  for (const Row& row :
       connection_.query("SELECT day, event, item, network, group_id, n, people FROM activity_totals "
                         "WHERE day >= ?1 AND day <= ?2 ORDER BY day",
                         {from_day, to_day})) {
    found.push_back({.day = row.integer(0),
                     .event = row.text(1),
                     .item = row.text(2),
                     .network = row.text(3),
                     .group = row.text(4),
                     .n = row.integer(5),
                     .people = row.integer(6)});
  }
  return found;
}

}  // namespace herold::store
