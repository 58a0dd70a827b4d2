#include "feeds/subscriptions.h"

#include <algorithm>

#include "app/audit.h"
#include "app/canonical_url.h"
#include "app/json.h"
#include "app/records.h"
#include "app/validation.h"
#include "feeds/entry.h"
#include "feeds/schedule.h"
#include "herold/ascii.h"
#include "herold/language_tag.h"

namespace herold::feeds {
namespace {

using app::Error;
using app::ErrorCode;
using app::Result;

Error no_feed(std::string_view id) { return {ErrorCode::not_found, "there is no feed " + std::string(id)}; }

std::optional<Error> faults(const Settings& settings) {
  app::Validation validation("");
  validation.require(app::is_http_url(settings.url), "/url", "must be an http or https address");
  validation.require(!settings.title.empty() && app::is_line(settings.title, app::InputLimits::feed_title),
                     "/title", "must be one line of text");
  validation.require(settings.language.empty() || is_language_tag(settings.language), "/language",
                     "must be a language tag");
  for (std::size_t i = 0; i < settings.topics.size(); ++i)
    validation.require(app::is_slug(settings.topics[i]), "/topics/" + std::to_string(i),
                       "must be lower-case letters, digits and hyphens");
  validation.require(
      settings.minutes >= Schedule::least_minutes && settings.minutes <= Schedule::most_minutes, "/minutes",
      "must be " + std::to_string(Schedule::least_minutes) + " minutes to " +
          std::to_string(Schedule::most_minutes / (24 * 60)) + " days");
  validation.require(app::is_line(settings.owner, app::InputLimits::owner), "/owner",
                     "must be one line of text");
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

}  // namespace

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
      tell(*feed, Trouble{});
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

}  // namespace herold::feeds
