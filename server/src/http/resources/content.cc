#include "app/content.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"
#include "http/resources/search.h"

namespace herold::http {
namespace {

Json to_json(const app::DocumentView& view) {
  return {{"item", parse_stored(view.json)},
          {"version", view.version},
          {"state", app::name(view.state)},
          {"updatedAt", app::rfc3339(view.updated_at)}};
}

Response list(Context& context, const Request& request) {
  if (auto refusal = refuse_search(context, request)) return *refusal;
  app::Result<std::vector<app::DocumentView>> views =
      context.application.content.list(request.query_value("query"), request.query_value("topic"));
  if (!views) return problem(views.error());
  Json items = Json::array();
  for (const app::DocumentView& view : *views) items.push_back(to_json(view));
  return json_answer(200, {{"items", std::move(items)}});
}

Response record(Context& context, std::string_view id, int status) {
  app::Result<app::DocumentView> view = context.application.content.get(id);
  if (!view) return problem(view.error());
  return json_answer(status, to_json(*view)).with("ETag", version_tag(view->version));
}

Response put(Context& context, const Request& request) {
  const app::Expected expected = required_version(request);
  if (!expected) return precondition_required();
  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved = context.application.content.put(id, request.body, expected, actor(request));
  if (!saved) return refused_put(saved.error());
  return record(context, id, saved->created ? 201 : 200);
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
  router.add({Method::get, "/v1/admin/content/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return record(context, request.param("id"), 200); }});
  router.add({Method::put, "/v1/admin/content/{id}", Access::administrator, Body::json,
              [&context](const Request& request) { return put(context, request); }});
  router.add({Method::del, "/v1/admin/content/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return remove(context, request); }});
  router.add({Method::get, "/v1/admin/topics", Access::administrator, Body::none,
              [&context](const Request&) { return topics(context); }});
  router.add({Method::put, "/v1/admin/topics", Access::administrator, Body::json,
              [&context](const Request& request) { return put_topics(context, request); }});
}

}  // namespace herold::http
