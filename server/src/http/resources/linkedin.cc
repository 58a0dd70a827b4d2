#include "app/linkedin.h"

#include <array>

#include "app/crypto.h"
#include "http/page.h"
#include "http/preference.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

constexpr ProblemKind kApp{"linkedin-app", "LinkedIn does not accept the organisation's app"};
constexpr std::string_view kReturnPath = "/linkedin/return";

struct Words {
  std::string_view language, title, connected, cancelled, failed;
};
constexpr std::array<Words, 2> kWords{{
    {"en", "Back from LinkedIn",
     "You can close this tab. Herold’s side panel says whether the connection stands.",
     "You did not connect, and nothing has changed. You can close this tab.",
     "LinkedIn reported an error, and nothing was connected. You can close this tab; Herold’s side panel "
     "says "
     "what to do."},
    {"de", "Zurück von LinkedIn",
     "Du kannst diesen Tab schließen. Ob die Verbindung steht, sagt dir Herold in der Seitenleiste.",
     "Du hast nicht verbunden, und nichts hat sich geändert. Du kannst diesen Tab schließen.",
     "LinkedIn hat einen Fehler gemeldet, und nichts wurde verbunden. Du kannst diesen Tab schließen; was "
     "zu "
     "tun ist, sagt dir Herold in der Seitenleiste."},
}};

std::string_view said(const Words& words, std::string_view error) {
  if (error.empty()) return words.connected;
  return error.starts_with("user_cancelled") || error == "access_denied" ? words.cancelled : words.failed;
}

// The extension reads code and state off the tab's address; the page itself does nothing with them.
Response return_page(const Request& request) {
  const bool german = preferred_language(request.header("Accept-Language"), {"en", "de"}) == "de";
  const Words& words = kWords[german ? 1 : 0];
  return page_response(
      200,
      {.language = words.language, .title = words.title, .text = said(words, request.query_value("error"))});
}

Response refused_code(const app::Error& error) {
  if (error.code == app::ErrorCode::refused) return problem(409, kApp, error.message);
  return problem(status_of(error.code), error);
}

Response unreachable() { return problem(503, "LinkedIn cannot be reached from this server right now."); }

outgoing::Request token_request(const Context& context, std::string form) {
  outgoing::Request request{
      .method = outgoing::Method::post,
      .url = context.linkedin + "/oauth/v2/accessToken",
      .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
      .body = std::move(form)};
  request.limits.total = std::chrono::seconds(12);  // devices wait 15 s for the whole answer
  request.limits.body = std::size_t{64} << 10;
  return request;
}

Response exchange(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string code = fields.text("code", {.most = app::InputLimits::linkedin_code});
  const std::string redirect_uri = fields.text("redirectUri", {.most = app::InputLimits::linkedin_code});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  if (auto allowed = context.linkedin_by_device.take(request.device->token_hash); !allowed)
    return problem(allowed.error());

  app::Result<std::string> form = context.application.linkedin.exchange_form(code, redirect_uri);
  if (!form) return problem(form.error());
  outgoing::Request outgoing = token_request(context, *form);
  app::wipe(*form);
  const outgoing::Outcome outcome = context.outgoing.send(outgoing);
  app::wipe(outgoing.body);
  const auto* answer = std::get_if<outgoing::Response>(&outcome);
  if (!answer) return unreachable();
  app::Result<app::LinkedInToken> token = app::read_token_answer(answer->status, answer->body);
  if (!token) return refused_code(token.error());
  return json_answer(
      200, {{"accessToken", token->access_token}, {"expiresIn", token->expires_in}, {"scope", token->scope}});
}

Response get_secret(Context& context) {
  app::Result<app::LinkedIn::SecretView> secret = context.application.linkedin.secret();
  if (!secret) return problem(secret.error());
  Json answer{{"stored", secret->stored}};
  answer["changedAt"] = secret->changed_at > 0 ? Json(app::rfc3339(secret->changed_at)) : Json();
  return json_answer(200, answer);
}

Response put_secret(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  std::string secret = fields.text("secret", {.most = app::InputLimits::linkedin_secret});
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;
  app::Result<void> saved = context.application.linkedin.put_secret(secret, actor(request));
  app::wipe(secret);
  return saved ? get_secret(context) : problem(saved.error());
}

Response remove_secret(Context& context, const Request& request) {
  app::Result<void> removed = context.application.linkedin.remove_secret(actor(request));
  return removed ? empty_answer() : problem(removed.error());
}

}  // namespace

void add_linkedin(Router& router, Context& context) {
  constexpr const char* secret = "/v1/admin/linkedin/secret";
  router.add({Method::get, secret, Access::administrator, Body::none,
              [&context](const Request&) { return get_secret(context); }});
  router.add({Method::put, secret, Access::administrator, Body::json,
              [&context](const Request& request) { return put_secret(context, request); }});
  router.add({Method::del, secret, Access::administrator, Body::none,
              [&context](const Request& request) { return remove_secret(context, request); }});
  router.add({Method::post, "/v1/linkedin/token", Access::device, Body::json,
              [&context](const Request& request) { return exchange(context, request); }});
  router.add({Method::get, std::string(kReturnPath), Access::anyone, Body::none, return_page});
}

}  // namespace herold::http
