#include "store/connection.h"
#include "store/store.h"

namespace herold::store {

std::vector<Link> Transaction::links() {
  std::vector<Link> found;
  for (const Row& row : connection_.query("SELECT slug, item, url FROM links"))
    found.push_back({.slug = row.text(0), .item = row.text(1), .url = row.text(2)});
  return found;
}

void Transaction::put_link(const Link& link) {
  connection_.execute(
      "INSERT INTO links (slug, item, url) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (slug) DO UPDATE SET url = excluded.url",
      {link.slug, link.item, link.url});
}

void Transaction::add_clicks(const Clicks& clicks) {
  connection_.execute(
      "INSERT INTO clicks (day, item, channel, n, people) VALUES (?1, ?2, ?3, ?4, ?5) "
      "ON CONFLICT (day, item, channel) DO UPDATE SET n = clicks.n + excluded.n, "
      "people = CASE WHEN excluded.people < clicks.people THEN excluded.people ELSE clicks.people END",
      {clicks.day, clicks.item, clicks.channel, clicks.n, clicks.people});
}

std::vector<Clicks> Transaction::clicks(std::int64_t from_day, std::int64_t to_day) {
  std::vector<Clicks> found;
  for (const Row& row :
       connection_.query("SELECT day, item, channel, n, people FROM clicks WHERE day >= ?1 AND day "
                         "<= ?2",
                         {from_day, to_day})) {
    found.push_back({.day = row.integer(0),
                     .item = row.text(1),
                     .channel = row.text(2),
                     .n = row.integer(3),
                     .people = row.integer(4)});
  }
  return found;
}

}  // namespace herold::store
