#include "app/json.h"
#include "herold/ascii.h"
#include "http/guard.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

// SameSite=Strict keeps other sites' requests from carrying it; the Origin check is the second lock.
std::string session_cookie(const Request& request, std::string_view value, app::Seconds lifetime) {
  std::string cookie(kSessionCookie);
  cookie.append("=").append(value).append("; Path=/v1/admin; HttpOnly; SameSite=Strict; Max-Age=");
  cookie += std::to_string(lifetime);
  if (request.secure) cookie += "; Secure";
  return cookie;
}

Json account_json(const auth::Account& account) { return {{"email", account.email}, {"name", account.name}}; }

Response sign_in(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string email =
      fields.text("email", {.least = app::InputLimits::email_least, .most = app::InputLimits::email});
  const std::string password = fields.text("password", {.most = app::InputLimits::password});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  const std::string network = auth::network_of(request.client);
  const std::string account = ascii::to_lower(email);  // as accounts are found
  // Before the password is looked at, which costs 50 ms of a core.
  if (auto allowed = context.sign_in_by_address.take(network); !allowed) return problem(allowed.error());
  if (auto allowed = context.sign_in_by_account.take(account); !allowed) return problem(allowed.error());
  app::Result<auth::SignedIn> signed_in = context.accounts.sign_in(email, password);
  if (!signed_in) return problem(signed_in.error());
  context.sign_in_by_address.clear(network);
  context.sign_in_by_account.clear(account);
  return json_answer(200, account_json(signed_in->account))
      .with("Set-Cookie", session_cookie(request, signed_in->token, auth::Accounts::session_length));
}

Response sign_out(Context& context, const Request& request) {
  app::Result<void> done = context.accounts.sign_out(request.token);
  if (!done) return problem(done.error());
  return empty_answer().with("Set-Cookie", session_cookie(request, "", 0));
}

Response sign_out_others(Context& context, const Request& request) {
  const app::Result<void> done = context.accounts.sign_out_others(request.token);
  return done ? empty_answer() : problem(done.error());
}

}  // namespace

void add_session(Router& router, Context& context) {
  router.add({Method::post, "/v1/admin/session", Access::signing_in, Body::json,
              [&context](const Request& request) { return sign_in(context, request); }});
  router.add({Method::get, "/v1/admin/session", Access::administrator, Body::none,
              [](const Request& request) { return json_answer(200, account_json(*request.administrator)); }});
  router.add({Method::del, "/v1/admin/session", Access::administrator, Body::none,
              [&context](const Request& request) { return sign_out(context, request); }});
  router.add({Method::del, "/v1/admin/session/others", Access::administrator, Body::none,
              [&context](const Request& request) { return sign_out_others(context, request); }});
}

}  // namespace herold::http
