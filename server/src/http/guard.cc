#include "http/guard.h"

#include "http/list_header.h"
#include "http/problem.h"

namespace herold::http {
namespace {

bool is_read(Method method) { return method == Method::get || method == Method::head; }

std::optional<Response> check_origin(const Context& context, const Request& request) {
  const std::string_view origin = request.header("Origin");
  if (is_own_origin(origin, request.header("Host"), context.public_url)) return std::nullopt;
  if (origin.empty()) return problem(403, "A request that changes something must carry the Origin header.");
  return problem(403,
                 "The request came from a page of " + std::string(origin) + ", but reached this server as " +
                     std::string(request.header("Host")) +
                     ". If that is one and the same, a proxy stands between: have it pass the Host header "
                     "on, or start the server with --public-url " +
                     std::string(origin) + ".");
}

std::optional<Response> admit_administrator(Context& context, Request& request) {
  request.token = cookie(request.header("Cookie"), kSessionCookie);
  if (request.token.empty()) return problem(401, "Sign in first.");
  app::Result<auth::Account> account = context.accounts.session(request.token);
  if (!account) return problem(account.error());
  request.administrator = std::move(*account);
  return is_read(request.method) ? std::nullopt : check_origin(context, request);
}

std::optional<Response> admit_device(Context& context, Request& request) {
  request.token = bearer_token(request.header("Authorization"));
  if (request.token.empty()) return not_enrolled("Send the device token as Authorization: Bearer.");
  app::Result<store::Device> device = context.application.enrolment.authenticate(request.token);
  if (!device) {
    const bool unknown = device.error().code == app::ErrorCode::unauthenticated;
    return unknown ? not_enrolled(device.error().message) : problem(device.error());
  }
  request.device = std::move(*device);
  return std::nullopt;
}

}  // namespace

Response not_enrolled(std::string_view detail) {
  return problem(401, detail).with("WWW-Authenticate", "Bearer realm=\"herold\"");
}

std::optional<Response> guard(Context& context, Access access, Request& request) {
  switch (access) {
    case Access::anyone:
      return std::nullopt;
    case Access::signing_in:
      return check_origin(context, request);
    case Access::administrator:
      return admit_administrator(context, request);
    case Access::device:
      return admit_device(context, request);
  }
  return problem(500, "");
}

std::string_view cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::string_view pair = take_item(header, ';');
    if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
      return pair.substr(name.size() + 1);
  }
  return {};
}

std::string_view bearer_token(std::string_view authorization) {
  constexpr std::string_view scheme = "Bearer ";
  return authorization.starts_with(scheme) ? trim(authorization.substr(scheme.size())) : std::string_view();
}

std::string_view offered_token(std::string_view subprotocols) {
  constexpr std::string_view prefix = "herold.token.";
  std::string_view token;
  bool speaks_v1 = false;
  while (!subprotocols.empty()) {
    const std::string_view offer = take_item(subprotocols, ',');
    if (offer == "herold.v1") speaks_v1 = true;
    if (offer.starts_with(prefix)) token = offer.substr(prefix.size());
  }
  return speaks_v1 ? token : std::string_view();
}

bool is_own_origin(std::string_view origin, std::string_view host, std::string_view public_url) {
  if (origin.empty() || host.empty()) return false;
  if (!public_url.empty()) {
    const std::size_t path = public_url.find('/', public_url.find("://") + 3);
    if (origin == public_url.substr(0, path)) return true;
  }
  for (const std::string_view scheme : {"https://", "http://"})
    if (origin.starts_with(scheme) && origin.substr(scheme.size()) == host) return true;
  return false;
}

}  // namespace herold::http
