#include "app/publications.h"

#include <charconv>

#include "app/json.h"
#include "http/resources/answers.h"
#include "http/resources/publication.h"
#include "http/resources/resources.h"

namespace herold::http {

Json to_json(const store::Publication& publication) {
  return {
      {"revision", publication.revision},
      {"channel", publication.channel},
      {"publishedAt", app::rfc3339(publication.published_at)},
      {"publishedBy", publication.published_by},
      {"note", publication.note},
      {"restores", publication.restores == 0 ? Json(nullptr) : Json(publication.restores)},
      {"guidelines", publication.guidelines},
      {"content", publication.content},
      {"changes",
       {{"added", publication.added}, {"changed", publication.changed}, {"removed", publication.removed}}}};
}

namespace {

Json receipt_json(const store::Publication& publication) {
  return {{"revision", publication.revision},
          {"channel", publication.channel},
          {"publishedAt", app::rfc3339(publication.published_at)}};
}

Response receipt(app::Result<store::Publication> published) {
  if (!published) return problem(published.error());
  return json_answer(201, receipt_json(*published));
}

Response list_publications(Context& context) {
  app::Result<std::vector<store::Publication>> publications = context.application.publications.list();
  if (!publications) return problem(publications.error());
  Json list = Json::array();
  for (const store::Publication& publication : *publications) list.push_back(to_json(publication));
  return json_answer(200, {{"publications", std::move(list)}});
}

Response publish(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string channel = fields.text("channel", {.most = app::InputLimits::slug});
  const std::string note = fields.optional_text("note", {.least = 0, .most = app::InputLimits::note});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  return receipt(context.application.publications.publish(channel, note, actor(request)));
}

// Whatever the order of members.
bool is_same(const Json& before, const Json& now) {
  return before == now || app::same_json(before.dump(), now.dump());
}

// The members that differ as they are now; null for those that are gone.
Json differing(const Json& before, const Json& now) {
  Json members = Json::object();
  for (const auto& [key, value] : now.items())
    if (!before.contains(key) || !is_same(before.at(key), value)) members[key] = value;
  for (const auto& [key, value] : before.items())
    if (!now.contains(key)) members[key] = nullptr;
  return members;
}

Response pending(Context& context, const Request& request) {
  const std::string_view channel = request.query_value("channel");
  if (channel.empty()) return problem(422, "The query parameter channel is missing.");
  app::Result<app::Pending> pending = context.application.publications.pending(channel);
  if (!pending) return problem(pending.error());
  Json changes = Json::array();
  for (const app::Change& change : pending->changes) {
    Json one = {{"what", change.what}, {"id", change.id}, {"change", change.change}};
    if (!change.before.empty()) one["before"] = parse_stored(change.before);
    if (!change.now.empty()) one["now"] = differing(one["before"], parse_stored(change.now));
    changes.push_back(std::move(one));
  }
  return json_answer(
      200, {{"channel", pending->channel}, {"revision", pending->revision}, {"changes", std::move(changes)}});
}

Response restore_revision(Context& context, const Request& request) {
  const std::string_view text = request.param("revision");
  std::int64_t revision = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), revision);
  if (error != std::errc() || end != text.data() + text.size())
    return problem(404, "There is no such revision.");

  Document body(request.body);
  Fields fields = body.object();
  const std::string channel = fields.text("channel", {.most = app::InputLimits::slug});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  return receipt(context.application.publications.restore(revision, channel, actor(request)));
}

Response withdraw(Context& context, const Request& request, const app::Expected& expected) {
  const auto withdrawn =
      context.application.publications.withdraw(request.param("id"), expected, actor(request));
  if (!withdrawn) return problem(withdrawn.error());
  Json receipts = Json::array();
  for (const store::Publication& publication : *withdrawn) receipts.push_back(receipt_json(publication));
  return json_answer(200, {{"publications", std::move(receipts)}});
}

}  // namespace

void add_publications(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/publications", Access::administrator, Body::none,
              [&context](const Request&) { return list_publications(context); }});
  router.add({Method::post, "/v1/admin/publications", Access::administrator, Body::json,
              [&context](const Request& request) { return publish(context, request); }});
  router.add({Method::get, "/v1/admin/publications/pending", Access::administrator, Body::none,
              [&context](const Request& request) { return pending(context, request); }});
  router.add({Method::post, "/v1/admin/publications/{revision}/restore", Access::administrator, Body::json,
              [&context](const Request& request) { return restore_revision(context, request); }});
  router.add({Method::post, "/v1/admin/content/{id}/withdrawal", Access::administrator, Body::none,
              conditional(context, withdraw)});
}

}  // namespace herold::http
