#include "app/enrolment.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

constexpr ProblemKind kInvitation{"invitation", "This invitation cannot be used"};

Response refused_enrolment(const app::Error& error) {
  if (error.code == app::ErrorCode::unauthenticated) return problem(403, kInvitation, error.message);
  return problem(error);
}

Response enrol(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const std::string code = fields.text("code", {.most = app::InputLimits::invitation_code});
  fields.optional_texts("languages", {.least = 0, .most = 10});  // older extensions send it, for nothing
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  const std::string network = auth::network_of(request.client);
  if (auto allowed = context.enrol_by_address.take(network); !allowed) return problem(allowed.error());
  app::Result<app::Enrolled> enrolled = context.application.enrolment.enrol(code);
  if (!enrolled) return refused_enrolment(enrolled.error());
  context.enrol_by_address.clear(network);
  return json_answer(
      201, {{"token", enrolled->token},
            {"organisation",
             {{"id", enrolled->organisation}, {"title", parse_stored(enrolled->organisation_title)}}},
            {"channel", enrolled->channel},
            {"role", or_null(enrolled->role)},
            {"groups", enrolled->groups},
            {"root", enrolled->root},
            {"joinedAt", app::rfc3339(enrolled->joined_at)},
            {"server", public_url(context, request)}});
}

Response me(Context& context, const Request& request) {
  app::Result<app::Me> me = context.application.enrolment.me(request.token);
  if (!me) return problem(me.error());
  return json_answer(200, {{"channel", me->channel},
                           {"role", or_null(me->role)},
                           {"groups", me->groups},
                           {"joinedAt", app::rfc3339(me->joined_at)},
                           {"stored", to_json(me->stored)}});
}

Response leave(Context& context, const Request& request) {
  app::Result<std::vector<app::StoredThing>> deleted = context.application.enrolment.leave(request.token);
  if (!deleted) return problem(deleted.error());
  return json_answer(200, {{"deleted", to_json(*deleted)}});
}

}  // namespace

void add_enrolment(Router& router, Context& context) {
  router.add({Method::post, "/v1/enrol", Access::anyone, Body::json,
              [&context](const Request& request) { return enrol(context, request); }});
  router.add({Method::get, "/v1/me", Access::device, Body::none,
              [&context](const Request& request) { return me(context, request); }});
  router.add({Method::del, "/v1/me", Access::device, Body::none,
              [&context](const Request& request) { return leave(context, request); }});
}

}  // namespace herold::http
