#include <algorithm>

#include "feeds/fetch.h"
#include "feeds/poller.h"
#include "feeds/schedule.h"
#include "feeds/subscriptions.h"
#include "http/resources/answers.h"
#include "http/resources/looks.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

constexpr std::size_t kShown = 5;  // entries of a feed that is only looked at

Json time_or_null(app::Seconds time) {
  return time == 0 || time == store::kNever ? Json(nullptr) : Json(app::rfc3339(time));
}

Json feed_json(const store::Feed& feed) {
  const feeds::Trouble trouble{feed.trouble, feed.trouble_detail, feed.trouble_message};
  return {{"id", feed.id},
          {"url", feed.url},
          {"title", feed.title},
          {"language", or_null(feed.language)},
          {"topics", feed.topics},
          {"minutes", feed.minutes},
          {"enabled", feed.enabled},
          {"owner", or_null(feed.owner)},
          {"createdAt", app::rfc3339(feed.created_at)},
          {"version", feed.version},
          {"fetchedAt", time_or_null(feed.fetched_at)},
          {"succeededAt", time_or_null(feed.succeeded_at)},
          {"dueAt", time_or_null(feed.due_at)},
          {"failures", feed.failures},
          {"entries", feed.entries},
          {"proposed", feed.proposed},
          {"trouble", feed.trouble.empty() ? Json(nullptr) : trouble_json(trouble)}};
}

Response answer(int status, const app::Result<store::Feed>& feed) {
  if (!feed) return problem(feed.error());
  return json_answer(status, feed_json(*feed)).with("ETag", version_tag(feed->version));
}

feeds::Settings settings_of(Fields& fields) {
  feeds::Settings settings{
      .url = fields.text("url", {.most = app::InputLimits::url}),
      .title = fields.text("title", {.most = app::InputLimits::feed_title}),
      .language = fields.optional_text("language", {.most = app::InputLimits::language}),
      .topics = fields.optional_texts("topics", {.least = 0, .most = app::InputLimits::feed_topics}),
      .minutes = fields.integer(
          "minutes", {.least = feeds::Schedule::least_minutes, .most = feeds::Schedule::most_minutes}),
      .enabled = fields.boolean("enabled"),
      .owner = fields.optional_text("owner", {.least = 0, .most = app::InputLimits::owner}),
  };
  fields.no_others();
  return settings;
}

// Runs `save` with the settings of the body, and has the poller look at what has become due.
template <class Save>
Response with_settings(Context& context, const Request& request, int status, Save&& save) {
  Document body(request.body);
  Fields fields = body.object();
  const feeds::Settings settings = settings_of(fields);
  if (auto refusal = body.refusal()) return *refusal;
  const app::Result<store::Feed> saved = save(settings);
  context.poller.wake();
  return answer(status, saved);
}

Response list_feeds(Context& context) {
  const auto feeds = context.subscriptions.list();
  if (!feeds) return problem(feeds.error());
  Json list = Json::array();
  for (const store::Feed& feed : *feeds) list.push_back(feed_json(feed));
  return json_answer(200, {{"feeds", std::move(list)}});
}

Response fetch_soon(Context& context, std::string_view id) {
  const auto feed = context.subscriptions.fetch_soon(id);
  context.poller.wake();
  return answer(202, feed);
}

// The address in the body, or the refusal.
std::variant<std::string, Response> url_in(const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  std::string url = fields.text("url", {.most = app::InputLimits::url});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  return url;
}

Json entry_json(const feeds::Entry& entry) {
  return {
      {"title", entry.title}, {"url", entry.url}, {"published", time_or_null(entry.published.value_or(0))}};
}

// Runs `look` at the address in the body, unless too many are looked at.
template <class Look>
Response with_url(Context& context, const Request& request, Look&& look) {
  const auto url = url_in(request);
  if (const auto* refusal = std::get_if<Response>(&url)) return *refusal;
  const auto under_way = begin_look(context);
  if (const auto* refusal = std::get_if<Response>(&under_way)) return *refusal;
  return look(std::get<std::string>(url));
}

Response check(const Context& context, const std::string& url) {
  const feeds::Visit visit = feeds::visit_feed(context.outgoing, url, {}, context.clock.now());
  const feeds::Feed feed = visit.feed.value_or(feeds::Feed{});
  Json newest = Json::array();
  for (std::size_t i = 0; i < std::min(kShown, feed.entries.size()); ++i)
    newest.push_back(entry_json(feed.entries[i]));
  return json_answer(200, {{"title", feed.title},
                           {"language", or_null(feed.language)},
                           {"entries", feed.entries.size()},
                           {"newest", std::move(newest)},
                           {"trouble", visit.trouble ? trouble_json(*visit.trouble) : Json(nullptr)}});
}

Response preview(const Context& context, const std::string& url) {
  const auto visit = feeds::visit_page(context.outgoing, url);
  if (const auto* trouble = std::get_if<feeds::Trouble>(&visit))
    return json_answer(200, {{"page", nullptr}, {"trouble", trouble_json(*trouble)}});
  const auto& page = std::get<feeds::Page>(visit);
  const Json image = page.image.empty() ? Json(nullptr) : Json{{"url", page.image}, {"alt", page.image_alt}};
  return json_answer(200, {{"page",
                            {{"url", page.url},
                             {"title", page.title},
                             {"summary", page.summary},
                             {"image", image},
                             {"language", or_null(page.language)},
                             {"feed", or_null(page.feed)}}},
                           {"trouble", nullptr}});
}

}  // namespace

void add_feeds(Router& router, Context& context) {
  feeds::Subscriptions& subscriptions = context.subscriptions;
  router.add({Method::get, "/v1/admin/feeds", Access::administrator, Body::none,
              [&context](const Request&) { return list_feeds(context); }});
  router.add({Method::post, "/v1/admin/feeds", Access::administrator, Body::json,
              [&context, &subscriptions](const Request& request) {
                return with_settings(context, request, 201, [&](const feeds::Settings& settings) {
                  return subscriptions.create(settings, actor(request));
                });
              }});
  router.add({Method::get, "/v1/admin/feeds/{id}", Access::administrator, Body::none,
              [&subscriptions](const Request& request) {
                return answer(200, subscriptions.get(request.param("id")));
              }});
  router.add({Method::put, "/v1/admin/feeds/{id}", Access::administrator, Body::json,
              conditional([&context, &subscriptions](const Request& request, const app::Expected& expected) {
                return with_settings(context, request, 200, [&](const feeds::Settings& settings) {
                  return subscriptions.change(request.param("id"), settings, expected, actor(request));
                });
              })});
  router.add({Method::del, "/v1/admin/feeds/{id}", Access::administrator, Body::none,
              conditional([&subscriptions](const Request& request, const app::Expected& expected) {
                const auto removed = subscriptions.remove(request.param("id"), expected, actor(request));
                return removed ? empty_answer() : problem(removed.error());
              })});
  router.add({Method::post, "/v1/admin/feeds/{id}/fetch", Access::administrator, Body::none,
              [&context](const Request& request) { return fetch_soon(context, request.param("id")); }});
  router.add({Method::post, "/v1/admin/feed-check", Access::administrator, Body::json,
              [&context](const Request& request) {
                return with_url(context, request,
                                [&](const std::string& url) { return check(context, url); });
              }});
  router.add({Method::post, "/v1/admin/link-preview", Access::administrator, Body::json,
              [&context](const Request& request) {
                return with_url(context, request,
                                [&](const std::string& url) { return preview(context, url); });
              }});
}

}  // namespace herold::http
