#include "feeds/subscriptions.h"

#include <algorithm>
#include <functional>

#include "app/audit.h"
#include "app/canonical_url.h"
#include "app/crypto.h"
#include "app/json.h"
#include "app/proposals.h"
#include "app/records.h"
#include "app/validation.h"
#include "herold/ascii.h"
#include "herold/guideline.h"

namespace herold::feeds {
namespace {

using app::Error;
using app::ErrorCode;
using app::Result;

constexpr std::size_t kVisitBytes = 12;

Error no_feed(std::string_view id) { return {ErrorCode::not_found, "there is no feed " + std::string(id)}; }

std::optional<Error> faults(const Settings& settings) {
  app::Validation validation("");
  validation.require(app::is_http_url(settings.url), "/url", "must be an http or https address");
  validation.require(!settings.title.empty() && app::is_line(settings.title, Limits::title), "/title",
                     "must be one line of text");
  validation.require(settings.language.empty() || is_language_tag(settings.language), "/language",
                     "must be a language tag");
  for (std::size_t i = 0; i < settings.topics.size(); ++i)
    validation.require(app::is_slug(settings.topics[i]), "/topics/" + std::to_string(i),
                       "must be lower-case letters, digits and hyphens");
  validation.require(
      settings.minutes >= Schedule::least_minutes && settings.minutes <= Schedule::most_minutes, "/minutes",
      "must be 5 minutes to 7 days");
  validation.require(app::is_line(settings.owner, 200), "/owner", "must be one line of text");
  if (validation.passed()) return std::nullopt;
  return app::refused("the feed cannot be saved", std::move(validation).problems());
}

std::string canonical(const std::string& url) { return app::canonical_url(url).value_or(url); }

// Another feed of the same address, however it is spelled.
std::optional<Error> taken(const std::vector<store::Feed>& feeds, const std::string& url,
                           std::string_view id) {
  for (const store::Feed& feed : feeds)
    if (canonical(feed.url) == canonical(url) && feed.id != id)
      return Error{ErrorCode::exists, "\"" + feed.title + "\" has this address already", "/url"};
  return std::nullopt;
}

// "https://www.acme.example:8443/feed" → "www.acme.example", or with a number when that is taken.
std::string new_id(const std::vector<store::Feed>& feeds, const std::string& url) {
  const std::string lower = ascii::to_lower(url);
  const std::size_t first = lower.find("//") + 2;
  const std::string host =
      lower.substr(first, std::min<std::size_t>(lower.find_first_of("/:?#[", first) - first, 100));
  const std::string stem = app::is_id(host) ? host : "feed";
  std::string id = stem;
  const auto there = [&](const store::Feed& feed) { return feed.id == id; };
  for (int number = 2; std::any_of(feeds.begin(), feeds.end(), there); ++number)
    id = stem + "-" + std::to_string(number);
  return id;
}

void set(store::Feed& feed, const Settings& settings) {
  feed.url = settings.url;
  feed.title = settings.title;
  feed.language = settings.language;
  feed.topics = settings.topics;
  feed.minutes = settings.minutes;
  feed.enabled = settings.enabled;
  feed.owner = settings.owner;
}

void set(store::Feed& feed, const Trouble& trouble) {
  feed.trouble = trouble.code;
  feed.trouble_detail = trouble.detail;
  feed.trouble_message = trouble.message;
}

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

bool is_due(const store::Feed& feed, app::Seconds now) { return feed.due_at <= now && !is_leased(feed, now); }

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

}  // namespace

app::Seconds next_due(const store::Feed& feed, app::Seconds now, app::Seconds retry_after) {
  if (!feed.enabled) return store::kNever;
  const app::Seconds interval = feed.minutes * app::kMinute;
  app::Seconds wait = interval;
  for (std::int64_t i = 0; i < feed.failures && wait < Schedule::longest_wait; ++i) wait *= 2;
  wait = std::min(wait, std::max(interval, Schedule::longest_wait));
  const std::size_t chance = std::hash<std::string>()(feed.id + std::to_string(now));
  wait += static_cast<app::Seconds>(chance % static_cast<std::size_t>(interval / 10));
  return now + std::max(wait, retry_after);
}

Result<std::vector<store::Feed>> Subscriptions::list() {
  return store_.read([](store::Transaction& tx) -> Result<std::vector<store::Feed>> { return tx.feeds(); });
}

Result<store::Feed> Subscriptions::get(std::string_view id) {
  return store_.read([&](store::Transaction& tx) -> Result<store::Feed> {
    auto feed = tx.feed(id);
    if (!feed) return no_feed(id);
    return std::move(*feed);
  });
}

Result<store::Feed> Subscriptions::create(const Settings& settings, std::string_view actor) {
  if (auto error = faults(settings)) return *error;
  return store_.write([&](store::Transaction& tx) -> Result<store::Feed> {
    const auto feeds = tx.feeds();
    if (auto error = taken(feeds, settings.url, "")) return *error;
    if (feeds.size() >= Schedule::feeds)
      return Error{ErrorCode::refused, "there are " + std::to_string(Schedule::feeds) + " feeds already"};
    store::Feed feed{.id = new_id(feeds, settings.url)};
    set(feed, settings);
    feed.created_at = clock_.now();
    // Not 1: a feed that was removed and added anew has its id, and must not have its versions.
    feed.version = clock_.now();
    feed.due_at = feed.enabled ? clock_.now() : store::kNever;
    tx.put_feed(feed);
    audit(tx, clock_, actor, "feed.create", feed.id);
    return feed;
  });
}

Result<store::Feed> Subscriptions::change(std::string_view id, const Settings& settings,
                                          const app::Expected& expected, std::string_view actor) {
  if (auto error = faults(settings)) return *error;
  return store_.write([&](store::Transaction& tx) -> Result<store::Feed> {
    auto feed = tx.feed(id);
    if (!feed) return no_feed(id);
    if (!expected.admits(feed->version, true)) return app::stale("feed");
    if (auto error = taken(tx.feeds(), settings.url, id)) return *error;
    if (feed->url != settings.url) feed->succeeded_at = 0;
    const bool afresh = feed->url != settings.url || (settings.enabled && !feed->enabled);
    if (afresh) {
      feed->etag.clear();
      feed->last_modified.clear();
      feed->failures = 0;
      set(*feed, Trouble{});
    }
    set(*feed, settings);
    ++feed->version;
    if (!feed->enabled)
      feed->due_at = store::kNever;
    else
      feed->due_at = afresh ? clock_.now() : std::min(feed->due_at, next_due(*feed, clock_.now(), 0));
    tx.put_feed(*feed);
    audit(tx, clock_, actor, "feed.change", id);
    return std::move(*feed);
  });
}

Result<void> Subscriptions::remove(std::string_view id, const app::Expected& expected,
                                   std::string_view actor) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    const auto feed = tx.feed(id);
    if (!feed) return no_feed(id);
    if (!expected.admits(feed->version, true)) return app::stale("feed");
    tx.remove_feed(id);
    audit(tx, clock_, actor, "feed.remove", id);
    return {};
  });
}

Result<store::Feed> Subscriptions::fetch_soon(std::string_view id) {
  return store_.write([&](store::Transaction& tx) -> Result<store::Feed> {
    auto feed = tx.feed(id);
    if (!feed) return no_feed(id);
    feed->due_at = clock_.now();
    tx.put_feed(*feed);
    return std::move(*feed);
  });
}

Result<std::optional<store::Feed>> Subscriptions::claim() {
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

Result<void> Subscriptions::renew(const std::vector<Lease>& leases) {
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

Result<void> Subscriptions::record(const store::Feed& claimed, const Visit& visit) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto feed = leased(tx, lease_of(claimed));
    if (!feed) return {};
    end_lease(*feed);
    if (feed->url != claimed.url) {
      tx.put_feed(*feed);
      return {};
    }
    const bool first = feed->succeeded_at == 0;
    const bool failed = visit.trouble && !visit.feed;
    // What was damaged and has not changed is damaged still.
    const bool as_before = feed->failures == 0 && !failed && !visit.feed;
    feed->fetched_at = clock_.now();
    feed->failures = failed ? feed->failures + 1 : 0;
    if (!failed) {
      feed->succeeded_at = clock_.now();
      feed->etag = visit.validators.etag;
      feed->last_modified = visit.validators.last_modified;
    }
    if (!as_before) set(*feed, visit.trouble.value_or(Trouble{}));
    if (visit.trouble && visit.trouble->code == "gone") {
      feed->enabled = false;
      ++feed->version;
    }
    if (visit.feed) take(tx, *feed, *visit.feed, first ? Schedule::first_entries : Schedule::entries);
    feed->due_at = next_due(*feed, clock_.now(), visit.retry_after);
    tx.put_feed(*feed);
    return {};
  });
}

Result<void> Subscriptions::give_back(const store::Feed& claimed) {
  return store_.write([&](store::Transaction& tx) -> Result<void> {
    auto feed = leased(tx, lease_of(claimed));
    if (!feed) return {};
    end_lease(*feed);
    tx.put_feed(*feed);
    return {};
  });
}

// A feed that never ends fills neither the review queue nor the database: nothing is taken, nor remembered,
// until editors have decided. The whole feed is asked for again then.
void Subscriptions::take(store::Transaction& tx, store::Feed& feed, const Feed& read, std::size_t most) {
  feed.entries = static_cast<std::int64_t>(read.entries.size());
  const std::int64_t waiting = tx.count_content_states(source_of(feed), app::name(app::Editorial::proposed));
  if (waiting < Schedule::waiting) {
    feed.proposed += propose(tx, feed, read, most);
    return;
  }
  const std::string number = std::to_string(waiting);
  set(feed,
      Trouble{"full", number,
              number + " proposals from this feed wait for review; more are taken when some are decided."});
  feed.etag.clear();
  feed.last_modified.clear();
}

// Newest first; what is past the limit counts as seen, so that it does not come a day late.
std::int64_t Subscriptions::propose(store::Transaction& tx, const store::Feed& feed, const Feed& read,
                                    std::size_t most) {
  std::optional<app::Proposing> proposing;  // reads the whole library: only when something is new
  std::int64_t proposed = 0;
  for (const Entry& entry : read.entries) {
    if (!is_new(tx, feed.id, entry) || most == 0) continue;
    --most;
    if (!proposing) proposing.emplace(tx, clock_);
    const auto made = proposing->propose(proposal(feed, read, entry));
    if (made && !made->known) ++proposed;
  }
  return proposed;
}

}  // namespace herold::feeds
