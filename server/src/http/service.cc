#include "http/service.h"

#include <spdlog/spdlog.h>

#include <exception>
#include <utility>

#include "app/log_value.h"
#include "http/fields.h"
#include "http/guard.h"
#include "http/problem.h"
#include "http/uri.h"

namespace herold::http {
namespace {

bool wants_body(Body body) { return body != Body::none; }
bool needs_body(Body body) { return body == Body::json || body == Body::pack; }

bool is_json(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  return type == "application/json" || type.starts_with("application/json ");
}

std::optional<Response> refuse_media_type(const Route& route, const Request& request) {
  if (!wants_body(route.body)) return std::nullopt;
  const std::string_view length = request.header("Content-Length");
  const bool has_body = !request.header("Transfer-Encoding").empty() || (!length.empty() && length != "0");
  if (!has_body)
    return needs_body(route.body) ? std::optional(problem(400, "A JSON body is required.")) : std::nullopt;
  if (!is_json(request.header("Content-Type"))) return problem(415, "Send the body as application/json.");
  if (!request.header("Content-Encoding").empty()) return problem(415, "Send the body uncompressed.");
  return std::nullopt;
}

// Of shares and clicks not even the second is told, by which six people of a pilot would be known.
bool is_counted_apart(std::string_view pattern) {
  return pattern.starts_with(kRedirectPath) || pattern == "/v1/activity";
}

Response failed(const std::exception& error, const Request& request) {
  spdlog::error("event=failure method={} path={} what={}", name(request.method), request.pattern,
                app::log_value(error.what()));
  return problem(500, "Something went wrong here. The server's log says more.");
}

}  // namespace

Service::Service(Context& context, Router router, Handler pages, Metrics& metrics)
    : context_(context),
      router_(std::move(router)),
      pages_{Method::get, "console", Access::anyone, Body::none, std::move(pages)},
      metrics_(metrics) {}

std::size_t Service::body_limit(const Route& route) const {
  const bool known = route.access == Access::administrator || route.access == Access::device;
  if (!known && wants_body(route.body)) return context_.limits.stranger_bytes;
  switch (route.body) {
    case Body::none:
      return 0;
    case Body::json:
    case Body::optional_json:
      return context_.limits.body_bytes;
    case Body::pack:
    case Body::optional_pack:
      return context_.limits.pack_bytes;
  }
  return 0;
}

std::variant<Admission, Response> Service::route(Request& request) {
  auto result = router_.find(request.method, request.path);
  if (auto* wrong = std::get_if<Router::WrongMethod>(&result))
    return problem(405, "This path answers " + wrong->allow + ".").with("Allow", wrong->allow);
  if (auto* found = std::get_if<Router::Found>(&result)) {
    request.params = std::move(found->params);
    request.pattern = found->route->pattern;
    return Admission{found->route, body_limit(*found->route)};
  }
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (reads && !is_operation(request.path)) {
    request.pattern = pages_.pattern;
    return Admission{&pages_, 0};
  }
  return problem(404, "There is nothing at this path.");
}

std::variant<Admission, Response> Service::admit(Request& request) {
  try {
    auto routed = route(request);
    if (auto* refusal = std::get_if<Response>(&routed)) return finished(std::move(*refusal), request.secure);
    const Admission admission = std::get<Admission>(routed);
    auto refusal = guard(context_, admission.route->access, request);
    if (!refusal) refusal = refuse_media_type(*admission.route, request);
    if (refusal) return finished(std::move(*refusal), request.secure);
    return admission;
  } catch (const std::exception& error) {
    return finished(failed(error, request), request.secure);
  }
}

Response Service::answer(const Admission& admission, Request& request) {
  try {
    if (needs_body(admission.route->body) || !request.body.empty())
      if (auto refusal = malformed(request.body, context_.limits))
        return finished(std::move(*refusal), request.secure);
    return finished(admission.route->handler(request), request.secure);
  } catch (const std::exception& error) {
    return finished(failed(error, request), request.secure);
  }
}

std::optional<Response> Service::admit_listener(Request& request) {
  request.pattern = kEventsPath;
  try {
    request.token = offered_token(request.header("Sec-WebSocket-Protocol"));
    if (request.token.empty())
      return finished(not_enrolled("Offer the subprotocols herold.v1 and herold.token.TOKEN."),
                      request.secure);
    app::Result<store::Device> device = context_.application.enrolment.authenticate(request.token);
    if (device) return std::nullopt;
    const bool unknown = device.error().code == app::ErrorCode::unauthenticated;
    return finished(unknown ? not_enrolled(device.error().message) : problem(device.error()), request.secure);
  } catch (const std::exception& error) {
    return finished(failed(error, request), request.secure);
  }
}

Response Service::refuse(int status, std::string_view detail, bool secure) const {
  return finished(problem(status, detail), secure);
}

Response Service::finished(Response response, bool secure) const {
  if (find_header(response.headers, "Cache-Control").empty()) response.with("Cache-Control", "no-store");
  response.with("X-Content-Type-Options", "nosniff").with("Referrer-Policy", "no-referrer");
  if (find_header(response.headers, "Content-Security-Policy").empty())
    response.with("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  if (secure) response.with("Strict-Transport-Security", "max-age=31536000");
  return response;
}

void Service::record(const Request& request, const Response& response, double seconds) {
  if (is_counted_apart(request.pattern) && response.status < 500) return;
  metrics_.answered(name(request.method), request.pattern, response.status, seconds);
  spdlog::info("event=request method={} path={} status={} bytes={} ms={:.1f}", name(request.method),
               request.pattern, response.status, response.text().size(), seconds * 1000);
}

}  // namespace herold::http
