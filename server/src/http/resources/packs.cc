#include "app/guidelines.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Response head(Context& context) { return document_answer(context.application.guidelines.head()); }

Response put_head(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<app::Saved> saved =
      context.application.guidelines.put_head(request.body, expected, actor(request));
  return saved ? head(context) : refused_put(saved.error());
}

Response document(Context& context) {
  app::Result<app::PackView> pack = context.application.guidelines.document();
  if (!pack) return problem(pack.error());
  return text_response(200, "application/json", std::move(pack->json))
      .with("ETag", version_tag(pack->version));
}

Response import(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<app::Imported> imported =
      context.application.guidelines.replace(request.body, expected, actor(request));
  if (!imported) return problem(imported.error());
  return json_answer(
      200, {{"added", imported->added}, {"changed", imported->changed}, {"removed", imported->removed}});
}

Response test(Context& context, const Request& request) {
  if (!request.body.empty())
    return text_response(200, "application/json", test_report_json(test_pack(request.body)));
  auto report = context.application.guidelines.test();
  if (!report) return problem(report.error());
  return text_response(200, "application/json", test_report_json(**report));
}

Response copy(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string pack = fields.text("pack", {.most = app::InputLimits::id});
  const std::vector<std::string> ids =
      fields.optional_texts("ids", {.least = 1, .most = PackLimits::guidelines});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  app::Result<app::Copied> copied = context.application.default_packs.copy(pack, ids, actor(request));
  if (!copied) return problem(copied.error());
  return json_answer(200, {{"copied", copied->copied}, {"skipped", copied->skipped}});
}

Response list_packs(Context& context) {
  Json packs = Json::array();
  for (const app::DefaultPack& pack : context.application.default_packs.list())
    packs.push_back({{"id", pack.id},
                     {"language", pack.language},
                     {"title", parse_stored(pack.title)},
                     {"guidelines", pack.guidelines}});
  return json_answer(200, {{"packs", std::move(packs)}});
}

Response default_pack(Context& context, const Request& request) {
  app::Result<std::string> pack = context.application.default_packs.document(request.param("id"));
  return pack ? text_response(200, "application/json", std::move(*pack)) : problem(pack.error());
}

}  // namespace

void add_packs(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/pack", Access::administrator, Body::none,
              [&context](const Request&) { return head(context); }});
  router.add(
      {Method::put, "/v1/admin/pack", Access::administrator, Body::json, conditional(context, put_head)});
  router.add({Method::get, "/v1/admin/pack/document", Access::administrator, Body::none,
              [&context](const Request&) { return document(context); }});
  router.add({Method::put, "/v1/admin/pack/document", Access::administrator, Body::pack,
              conditional(context, import)});
  router.add({Method::post, "/v1/admin/pack/test", Access::administrator, Body::optional_pack,
              [&context](const Request& request) { return test(context, request); }});
  router.add({Method::post, "/v1/admin/pack/copy", Access::administrator, Body::json,
              [&context](const Request& request) { return copy(context, request); }});
  router.add({Method::get, "/v1/admin/packs", Access::administrator, Body::none,
              [&context](const Request&) { return list_packs(context); }});
  router.add({Method::get, "/v1/admin/packs/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return default_pack(context, request); }});
}

}  // namespace herold::http
