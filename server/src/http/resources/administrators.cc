#include "auth/accounts.h"

#include "app/clock.h"
#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Json administrator_json(const auth::Account& account) {
  return {{"email", account.email}, {"name", account.name}, {"createdAt", app::rfc3339(account.created_at)}};
}

Response list_administrators(Context& context) {
  const auto accounts = context.accounts.list();
  if (!accounts) return problem(accounts.error());
  Json list = Json::array();
  for (const auth::Account& account : *accounts) list.push_back(administrator_json(account));
  return json_answer(200, {{"administrators", std::move(list)}});
}

Response remove_administrator(Context& context, const Request& request) {
  const app::Result<void> removed = context.accounts.remove(request.param("email"), actor(request));
  if (removed) return empty_answer();
  // Nothing is wrong with the request; another administrator makes it possible.
  if (removed.error().code == app::ErrorCode::refused) return problem(409, removed.error());
  return problem(removed.error());
}

}  // namespace

void add_administrators(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/administrators", Access::administrator, Body::none,
              [&context](const Request&) { return list_administrators(context); }});
  router.add({Method::del, "/v1/admin/administrators/{email}", Access::administrator, Body::none,
              [&context](const Request& request) { return remove_administrator(context, request); }});
}

}  // namespace herold::http
