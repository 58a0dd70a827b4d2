#include "app/guidelines.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"
#include "http/resources/search.h"

namespace herold::http {
namespace {

Json guideline_json(const app::GuidelineEntry& entry) {
  return {{"id", entry.id},
          {"kind", entry.kind},
          {"severity", entry.severity},
          {"message", parse_stored(entry.message)},
          {"state", app::name(entry.state)},
          {"updatedAt", app::rfc3339(entry.updated_at)},
          {"version", entry.version}};
}

Response list_guidelines(Context& context, const Request& request) {
  if (auto refusal = refuse_search(context, request)) return *refusal;
  app::Result<std::vector<app::GuidelineEntry>> entries =
      context.application.guidelines.list(request.query_value("query"));
  if (!entries) return problem(entries.error());
  Json list = Json::array();
  for (const app::GuidelineEntry& entry : *entries) list.push_back(guideline_json(entry));
  return json_answer(200, {{"guidelines", std::move(list)}});
}

Response record_guideline(Context& context, std::string_view id, int status) {
  app::Result<app::DocumentView> view = context.application.guidelines.get(id);
  if (!view) return problem(view.error());
  return json_answer(status, {{"guideline", parse_stored(view->json)},
                              {"version", view->version},
                              {"state", app::name(view->state)}})
      .with("ETag", version_tag(view->version));
}

Response put_guideline(Context& context, const Request& request, const app::Expected& expected) {
  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved =
      context.application.guidelines.put(id, request.body, expected, actor(request));
  if (!saved) return refused_put(saved.error());
  return record_guideline(context, id, saved->created ? 201 : 200);
}

Response remove_guideline(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<void> removed =
      context.application.guidelines.remove(request.param("id"), expected, actor(request));
  return removed ? empty_answer() : problem(removed.error());
}

Response restore_guideline(Context& context, const Request& request, const app::Expected& expected) {
  const std::string_view id = request.param("id");
  app::Result<app::Saved> saved = context.application.guidelines.restore(id, expected, actor(request));
  return saved ? record_guideline(context, id, 200) : refused_put(saved.error());
}

}  // namespace

void add_guidelines(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/guidelines", Access::administrator, Body::none,
              [&context](const Request& request) { return list_guidelines(context, request); }});
  router.add(
      {Method::get, "/v1/admin/guidelines/{id}", Access::administrator, Body::none,
       [&context](const Request& request) { return record_guideline(context, request.param("id"), 200); }});
  router.add({Method::put, "/v1/admin/guidelines/{id}", Access::administrator, Body::json,
              conditional(context, put_guideline)});
  router.add({Method::del, "/v1/admin/guidelines/{id}", Access::administrator, Body::none,
              conditional(context, remove_guideline)});
  router.add({Method::post, "/v1/admin/guidelines/{id}/restore", Access::administrator, Body::none,
              conditional(context, restore_guideline)});
}

}  // namespace herold::http
