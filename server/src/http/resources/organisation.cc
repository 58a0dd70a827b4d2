#include "app/organisation.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Response get(Context& context) { return document_answer(context.application.organisation.get()); }

Response put_organisation(Context& context, const Request& request, const app::Expected& expected) {
  app::Result<app::Saved> saved =
      context.application.organisation.put(request.body, expected, actor(request));
  return saved ? get(context) : refused_put(saved.error());
}

std::string without_final_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

}  // namespace

std::string public_url(Context& context, const Request& request) {
  if (!context.public_url.empty()) return without_final_slash(context.public_url);
  if (app::Result<app::DocumentView> organisation = context.application.organisation.get(); organisation) {
    std::string url = parse_stored(organisation->json).value("publicUrl", "");
    if (!url.empty()) return without_final_slash(std::move(url));
  }
  return std::string(request.secure ? "https://" : "http://") + std::string(request.header("Host"));
}

void add_organisation(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/organisation", Access::administrator, Body::none,
              [&context](const Request&) { return get(context); }});
  router.add({Method::put, "/v1/admin/organisation", Access::administrator, Body::json,
              conditional(context, put_organisation)});
}

}  // namespace herold::http
