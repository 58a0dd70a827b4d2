#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

// Private: the files are for those who hold a token, and a cache in front has to ask each time who that is.
constexpr const char* kImmutable = "private, max-age=31536000, immutable";
constexpr const char* kRevalidate = "private, no-cache";

Response file(Context& context, const Request& request, const std::string& name, const char* cache_control) {
  app::Result<store::File> file = context.application.publications.file(name);
  if (!file) return problem(file.error());
  return context.representations.answer(
      request, {std::make_shared<const std::string>(std::move(file->bytes)), std::move(file->sha256),
                "application/json", cache_control});
}

Response metadata(Context& context, const Request& request) {
  const std::string_view name = request.param("name");
  return file(context, request, "metadata/" + std::string(name) + ".json",
              name == "timestamp" ? kRevalidate : kImmutable);
}

Response target(Context& context, const Request& request) {
  const std::string name = "targets/" + std::string(request.param("sha256")) + "." +
                           std::string(request.param("channel")) + ".json";
  return file(context, request, name, kImmutable);
}

}  // namespace

void add_updates(Router& router, Context& context) {
  router.add({Method::get, "/v1/updates/metadata/{name}.json", Access::device, Body::none,
              [&context](const Request& request) { return metadata(context, request); }});
  router.add({Method::get, "/v1/updates/targets/{sha256}.{channel}.json", Access::device, Body::none,
              [&context](const Request& request) { return target(context, request); }});
}

}  // namespace herold::http
