#include "store/connection.h"
#include "store/store.h"
#include "store/tables/list_column.h"
#include "store/tables/order.h"

namespace herold::store {
namespace {

#define FEED_COLUMNS                                                                                         \
  "id, url, title, language, topics, minutes, enabled, owner, created_at, etag, last_modified, fetched_at, " \
  "succeeded_at, due_at, leased_until, failures, entries, proposed, trouble, trouble_detail, "               \
  "trouble_message, leased_by, version"

// Behind each topic, for slugs hold none.
constexpr char kEndOfTopic = ' ';

Feed feed_of(const Row& row) {
  return {.id = row.text(0),
          .url = row.text(1),
          .title = row.text(2),
          .language = row.text(3),
          .topics = parted(row.text(4), kEndOfTopic),
          .minutes = row.integer(5),
          .enabled = row.integer(6) != 0,
          .owner = row.text(7),
          .created_at = row.integer(8),
          .version = row.integer(22),
          .etag = row.text(9),
          .last_modified = row.text(10),
          .fetched_at = row.integer(11),
          .succeeded_at = row.integer(12),
          .due_at = row.integer(13),
          .leased_until = row.integer(14),
          .failures = row.integer(15),
          .entries = row.integer(16),
          .proposed = row.integer(17),
          .trouble = row.text(18),
          .trouble_detail = row.text(19),
          .trouble_message = row.text(20),
          .leased_by = row.text(21)};
}

}  // namespace

std::vector<Feed> Transaction::feeds() {
  std::vector<Feed> found;
  for (const Row& row : connection_.query("SELECT " FEED_COLUMNS " FROM feeds"))
    found.push_back(feed_of(row));
  sort_by(found, &Feed::created_at, &Feed::id);
  return found;
}

std::optional<Feed> Transaction::feed(std::string_view id) {
  const auto rows = connection_.query("SELECT " FEED_COLUMNS " FROM feeds WHERE id = ?1", {std::string(id)});
  if (rows.empty()) return std::nullopt;
  return feed_of(rows.front());
}

void Transaction::put_feed(const Feed& feed) {
  connection_.execute(
      "INSERT INTO feeds (" FEED_COLUMNS
      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
      "?21, ?22, ?23) ON CONFLICT (id) DO UPDATE SET url = excluded.url, title = excluded.title, "
      "language = excluded.language, topics = excluded.topics, minutes = excluded.minutes, "
      "enabled = excluded.enabled, owner = excluded.owner, etag = excluded.etag, "
      "last_modified = excluded.last_modified, fetched_at = excluded.fetched_at, "
      "succeeded_at = excluded.succeeded_at, due_at = excluded.due_at, leased_until = excluded.leased_until, "
      "failures = excluded.failures, entries = excluded.entries, proposed = excluded.proposed, "
      "trouble = excluded.trouble, trouble_detail = excluded.trouble_detail, "
      "trouble_message = excluded.trouble_message, leased_by = excluded.leased_by, version = "
      "excluded.version",
      {feed.id,
       feed.url,
       feed.title,
       feed.language,
       joined(feed.topics, kEndOfTopic),
       feed.minutes,
       std::int64_t{feed.enabled},
       feed.owner,
       feed.created_at,
       feed.etag,
       feed.last_modified,
       feed.fetched_at,
       feed.succeeded_at,
       feed.due_at,
       feed.leased_until,
       feed.failures,
       feed.entries,
       feed.proposed,
       feed.trouble,
       feed.trouble_detail,
       feed.trouble_message,
       feed.leased_by,
       feed.version});
}

bool Transaction::remove_feed(std::string_view id) {
  return connection_.execute("DELETE FROM feeds WHERE id = ?1", {std::string(id)}) > 0;
}

bool Transaction::remember_entry(std::string_view feed, std::string_view entry_hash) {
  return connection_.execute(
             "INSERT INTO feed_entries (feed, entry) VALUES (?1, ?2) ON CONFLICT (feed, entry) DO NOTHING",
             {std::string(feed), Blob{std::string(entry_hash)}}) > 0;
}

}  // namespace herold::store
