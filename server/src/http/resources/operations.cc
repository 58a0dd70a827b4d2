#include <algorithm>

#include "embedded.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

Response ready(Context& context, const std::atomic<bool>& stopping) {
  if (stopping) return problem(503, "The server is shutting down.");
  app::Result<std::int64_t> revision = context.application.publications.latest_revision();
  return revision ? json_answer(200, {{"status", "ok"}}) : problem(revision.error());
}

Response metrics_text(Metrics& metrics, const Request& request) {
  // A proxy on this machine that was not named with --trusted-proxy still says for whom it asks.
  const bool forwarded = !request.header("X-Forwarded-For").empty() || !request.header("Forwarded").empty();
  if (forwarded || !is_loopback(request.client))
    return problem(403, "Metrics are answered on this machine only.");
  return text_response(200, "text/plain; version=0.0.4; charset=utf-8", metrics.text());
}

Entity description() {
  return embedded_entity(embedded_file("openapi.yaml"), "application/yaml", "no-cache");
}

}  // namespace

void add_operations(Router& router, Context& context, Metrics& metrics, Site& site,
                    const std::atomic<bool>& stopping) {
  router.add({Method::get, "/healthz", Access::anyone, Body::none, [](const Request&) {
                return json_answer(200, {{"status", "ok"}});
              }});
  router.add({Method::get, "/readyz", Access::anyone, Body::none,
              [&context, &stopping](const Request&) { return ready(context, stopping); }});
  router.add({Method::get, "/metrics", Access::anyone, Body::none,
              [&metrics](const Request& request) { return metrics_text(metrics, request); }});
  router.add({Method::get, "/openapi.yaml", Access::anyone, Body::none,
              [&context, entity = description()](const Request& request) {
                return context.representations.answer(request, entity);
              }});
  for (const char* page : {"/", "/join"})
    router.add({Method::get, page, Access::anyone, Body::none,
                [&site](const Request& request) { return site.answer(request); }});
}

}  // namespace herold::http
