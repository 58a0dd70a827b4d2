#include "feeds/visits.h"

#include <algorithm>
#include <utility>

#include "app/canonical_url.h"
#include "app/crypto.h"
#include "app/editorial.h"
#include "app/proposals.h"
#include "feeds/schedule.h"

namespace herold::feeds {
namespace {

using app::Result;

constexpr std::size_t kVisitBytes = 12;

std::string source_of(const store::Feed& feed) { return "feed:" + feed.id; }

app::Proposal proposal(const store::Feed& feed, const Feed& read, const Entry& entry) {
  app::Proposal made{.url = entry.url,
                     .title = entry.title,
                     .summary = entry.summary,
                     .language = entry.language,
                     .topics = feed.topics,
                     .owner = feed.owner,
                     .source = source_of(feed)};
  // What an editor set is better known than what a feed's template says.
  if (made.language.empty()) made.language = feed.language;
  if (made.language.empty()) made.language = read.language;
  if (!entry.image.empty()) made.image = app::ProposedImage{.url = entry.image};
  return made;
}

// Whether neither its id nor its page was seen in this feed. Ids change when a site moves to another
// generator, addresses when it moves to https.
bool is_new(store::Transaction& tx, const std::string& feed, const Entry& entry) {
  const std::string page = app::canonical_url(entry.url).value_or(entry.url);
  const bool new_id = tx.remember_entry(feed, app::sha256(entry.id));
  const bool new_page = tx.remember_entry(feed, app::sha256("page " + page));
  return new_id && new_page;
}

// A lease that ends later than any is given for was given before the clock was set back.
bool is_leased(const store::Feed& feed, app::Seconds now) {
  return feed.leased_until > now && feed.leased_until <= now + Schedule::lease + Schedule::skew;
}

// So was a visit that is still to come.
bool is_due(const store::Feed& feed, app::Seconds now) {
  const bool set_back = feed.enabled && feed.fetched_at > now + Schedule::skew;
  return (feed.due_at <= now || set_back) && !is_leased(feed, now);
}

void end_lease(store::Feed& feed) {
  feed.leased_until = 0;
  feed.leased_by.clear();
}

// The feed as it is now, if it is still leased to that visit.
std::optional<store::Feed> leased(store::Transaction& tx, const Lease& lease) {
  auto feed = tx.feed(lease.feed);
  return feed && feed->leased_by == lease.visit ? feed : std::nullopt;
}

Lease lease_of(const store::Feed& claimed) { return {claimed.id, claimed.leased_by}; }

void note_outcome(store::Feed& feed, const Visit& visit, app::Seconds now) {
  const bool failed = visit.trouble && !visit.feed;
  // What was damaged and has not changed is damaged still.
  const bool as_before = feed.failures == 0 && !failed && !visit.feed;
  feed.fetched_at = now;
  feed.failures = failed ? feed.failures + 1 : 0;
  if (!failed) {
    feed.succeeded_at = now;
    feed.etag = visit.validators.etag;
    feed.last_modified = visit.validators.last_modified;
  }
  if (!as_before) tell(feed, visit.trouble.value_or(Trouble{}));
  if (visit.trouble && visit.trouble->code == "gone") {
    feed.enabled = false;
    ++feed.version;
  }
}

using Library = std::shared_ptr<const app::IndexedContent>;

// What is new in a feed becomes proposals, inside one transaction.
struct Taking {
  store::Transaction& tx;
  const app::Clock& clock;
  const Library& library;
  store::Feed& feed;
  const Feed& read;

  // A feed that never ends fills neither the review queue nor the database: nothing is taken, nor remembered,
  // until editors have decided. The whole feed is asked for again then.
  void take(std::size_t most) {
    feed.entries = static_cast<std::int64_t>(read.entries.size());
    const std::int64_t waiting =
        tx.count_content_states(source_of(feed), app::name(app::Editorial::proposed));
    if (waiting < Schedule::waiting) {
      feed.proposed += propose(most);
      return;
    }
    const std::string number = std::to_string(waiting);
    tell(feed, {"full", number,
                number + " proposals from this feed wait for review; more are taken when some are decided."});
    feed.etag.clear();
    feed.last_modified.clear();
  }

  // Newest first; what is past the limit counts as seen, so that it does not come a day late.
  std::int64_t propose(std::size_t most) {
    std::optional<app::Proposing> proposing;  // may read the whole library: only when something is new
    std::int64_t proposed = 0;
    for (const Entry& entry : read.entries) {
      if (!is_new(tx, feed.id, entry) || most == 0) continue;
      --most;
      if (!proposing) proposing.emplace(tx, clock, library);
      const auto made = proposing->propose(proposal(feed, read, entry));
      if (made && !made->known) ++proposed;
    }
    return proposed;
  }
};

}  // namespace

Result<std::optional<store::Feed>> Visits::claim() {
  using Claimed = std::optional<store::Feed>;
  const auto any = store_.read([&](store::Transaction& tx) -> Result<bool> {
    const auto feeds = tx.feeds();
    return std::any_of(feeds.begin(), feeds.end(),
                       [&](const auto& feed) { return is_due(feed, clock_.now()); });
  });
  if (!any) return any.error();
  if (!*any) return Claimed();
  return store_.write([&](store::Transaction& tx) -> Result<Claimed> {
    Claimed first;
    for (store::Feed& feed : tx.feeds())
      if (is_due(feed, clock_.now()) && (!first || feed.due_at < first->due_at)) first = std::move(feed);
    if (!first) return first;
    first->leased_until = clock_.now() + Schedule::lease;
    first->leased_by = app::random_secret(kVisitBytes);
    tx.put_feed(*first);
    return first;
  });
}

Result<void> Visits::renew(const std::vector<Lease>& leases) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    for (const Lease& lease : leases) {
      auto feed = leased(tx, lease);
      if (!feed) continue;
      feed->leased_until = clock_.now() + Schedule::lease;
      tx.put_feed(*feed);
    }
    return {};
  });
}

Result<void> Visits::record(const store::Feed& claimed, const Visit& visit) {
  Library library;
  if (visit.feed) {
    auto current = app::current_library(store_, index_);
    if (!current) return current.error();
    library = std::move(*current);
  }
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto feed = leased(tx, lease_of(claimed));
    if (!feed) return {};
    end_lease(*feed);
    if (feed->url == claimed.url) {
      const bool first = feed->succeeded_at == 0;
      note_outcome(*feed, visit, clock_.now());
      if (visit.feed)
        Taking{tx, clock_, library, *feed, *visit.feed}.take(first ? Schedule::first_entries
                                                                   : Schedule::entries);
      feed->due_at = next_due(*feed, clock_.now(), visit.retry_after);
    }
    tx.put_feed(*feed);
    return {};
  });
}

Result<void> Visits::give_back(const store::Feed& claimed) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto feed = leased(tx, lease_of(claimed));
    if (!feed) return {};
    end_lease(*feed);
    tx.put_feed(*feed);
    return {};
  });
}

}  // namespace herold::feeds
