#include "app/content.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"
#include "http/resources/search.h"

namespace herold::http {
namespace {

Json to_json(const app::ContentView& view) {
  Json duplicates = Json::array();
  for (const app::ItemName& item : view.duplicates)
    duplicates.push_back({{"id", item.id}, {"title", item.title}});
  return {{"item", parse_stored(view.document.json)},
          {"version", view.document.version},
          {"state", app::name(view.document.state)},
          {"updatedAt", app::rfc3339(view.document.updated_at)},
          {"editorial",
           {{"state", view.editorial.state},
            {"source", view.editorial.source},
            {"remark", view.editorial.remark},
            {"note", view.editorial.note}}},
          {"duplicates", std::move(duplicates)}};
}

Response list(Context& context, const Request& request) {
  if (auto refusal = refuse_search(context, request)) return *refusal;
  const std::string_view state = request.query_value("state");
  if (!state.empty() && !app::editorial_named(state))
    return problem(422, "state must be draft, proposed, approved or archived.");
  app::Result<std::vector<app::ContentView>> views =
      context.application.content.list({.query = request.query_value("query"),
                                        .topic = request.query_value("topic"),
                                        .language = request.query_value("language"),
                                        .network = request.query_value("network"),
                                        .state = state,
                                        .address = request.query_value("address")});
  if (!views) return problem(views.error());
  Json items = Json::array();
  for (const app::ContentView& view : *views) items.push_back(to_json(view));
  return json_answer(200, {{"items", std::move(items)}});
}

Response record(Context& context, std::string_view id, int status) {
  app::Result<app::ContentView> view = context.application.content.get(id);
  if (!view) return problem(view.error());
  return json_answer(status, to_json(*view)).with("ETag", version_tag(view->document.version));
}

Response put(Context& context, const Request& request) {
  const app::Expected expected = required_version(request);
  if (!expected) return precondition_required();
  const std::string_view wanted = request.query_value("state");
  const auto state = app::editorial_named(wanted);
  const bool may = !state || *state == app::Editorial::draft || *state == app::Editorial::approved;
  if (!may || (!wanted.empty() && !state)) return problem(422, "state must be draft or approved.");
  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved =
      context.application.content.put(id, request.body, expected, actor(request), state);
  if (!saved) return refused_put(saved.error());
  return record(context, id, saved->created ? 201 : 200);
}

Response decide(Context& context, const Request& request) {
  Document body(request.body, context.limits);
  Fields fields = body.object();
  const std::string wanted = fields.text("decision", {.most = 16});
  const std::string note = fields.optional_text("note", {.least = 0, .most = 1000});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  const auto decision = app::decision_named(wanted);
  if (!decision) return problem(422, "decision must be approve, decline, archive or restore.");

  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved =
      context.application.content.decide(id, {*decision, note}, expected_version(request), actor(request));
  return saved ? record(context, id, 200) : problem(saved.error());
}

Json to_json(const app::ItemChange& change) {
  if (change.saved) return {{"id", change.id}, {"version", change.saved->version}};
  const app::Error& error = change.saved.error();
  return {{"id", change.id}, {"problem", {{"status", status_of(error.code)}, {"detail", error.message}}}};
}

Response change(Context& context, const Request& request) {
  app::Result<std::vector<app::ItemChange>> changes =
      context.application.content.change(request.body, actor(request));
  if (!changes) return problem(changes.error());
  Json items = Json::array();
  for (const app::ItemChange& one : *changes) items.push_back(to_json(one));
  return json_answer(200, {{"items", std::move(items)}});
}

Response remove(Context& context, const Request& request) {
  app::Result<void> removed =
      context.application.content.remove(request.param("id"), expected_version(request), actor(request));
  return removed ? empty_answer() : problem(removed.error());
}

Response topics(Context& context) {
  app::Result<app::DocumentView> topics = context.application.content.topics();
  if (!topics) return problem(topics.error());
  return json_answer(200, parse_stored(topics->json)).with("ETag", version_tag(topics->version));
}

Response put_topics(Context& context, const Request& request) {
  app::Result<app::Saved> saved =
      context.application.content.put_topics(request.body, expected_version(request), actor(request));
  return saved ? topics(context) : refused_put(saved.error());
}

}  // namespace

void add_content(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/content", Access::administrator, Body::none,
              [&context](const Request& request) { return list(context, request); }});
  router.add({Method::post, "/v1/admin/content", Access::administrator, Body::json,
              [&context](const Request& request) { return change(context, request); }});
  router.add({Method::get, "/v1/admin/content/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return record(context, request.param("id"), 200); }});
  router.add({Method::put, "/v1/admin/content/{id}", Access::administrator, Body::json,
              [&context](const Request& request) { return put(context, request); }});
  router.add({Method::del, "/v1/admin/content/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return remove(context, request); }});
  router.add({Method::post, "/v1/admin/content/{id}/decision", Access::administrator, Body::json,
              [&context](const Request& request) { return decide(context, request); }});
  router.add({Method::get, "/v1/admin/topics", Access::administrator, Body::none,
              [&context](const Request&) { return topics(context); }});
  router.add({Method::put, "/v1/admin/topics", Access::administrator, Body::json,
              [&context](const Request& request) { return put_topics(context, request); }});
}

}  // namespace herold::http
