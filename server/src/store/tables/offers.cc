#include "store/connection.h"
#include "store/store.h"

namespace herold::store {
namespace {

std::vector<Offer> offers_in(const std::vector<Row>& rows) {
  std::vector<Offer> found;
  for (const Row& row : rows)
    found.push_back({.item = row.text(0), .channel = row.text(1), .audience = row.text(2)});
  return found;
}

}  // namespace

std::vector<Offer> Transaction::offers_on(std::string_view channel) {
  return offers_in(connection_.query("SELECT item, channel, audience FROM offers WHERE channel = ?1",
                                     {std::string(channel)}));
}

std::vector<Offer> Transaction::offers_of(std::string_view item) {
  return offers_in(
      connection_.query("SELECT item, channel, audience FROM offers WHERE item = ?1", {std::string(item)}));
}

bool Transaction::any_offer() { return !connection_.query("SELECT item FROM offers LIMIT 1").empty(); }

void Transaction::put_offer(const Offer& offer) {
  connection_.execute(
      "INSERT INTO offers (item, channel, audience) VALUES (?1, ?2, ?3) "
      "ON CONFLICT (item, channel) DO UPDATE SET audience = excluded.audience",
      {offer.item, offer.channel, offer.audience});
}

}  // namespace herold::store
