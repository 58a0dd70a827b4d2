#include "app/enrolment.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Json invitation_json(const store::Invitation& invitation, const app::Figure& used) {
  return {{"id", invitation.id},
          {"channel", invitation.channel},
          {"role", or_null(invitation.role)},
          {"groups", invitation.groups},
          {"expiresAt", app::rfc3339(invitation.expires_at)},
          {"uses", invitation.uses},
          {"used", to_json(used)},
          {"note", invitation.note},
          {"createdAt", app::rfc3339(invitation.created_at)},
          {"createdBy", invitation.created_by}};
}

Response list_invitations(Context& context) {
  const auto invitations = context.application.enrolment.invitations();
  if (!invitations) return problem(invitations.error());
  Json list = Json::array();
  for (const auto& [invitation, used] : *invitations) list.push_back(invitation_json(invitation, used));
  return json_answer(200, {{"invitations", std::move(list)}});
}

Response invite(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  const app::InvitationRequest wanted{
      .channel = fields.text("channel", {.most = app::InputLimits::slug}),
      .role = fields.optional_text("role", {.most = app::InputLimits::slug}),
      .groups = fields.optional_texts("groups", {.least = 0, .most = app::InputLimits::invitation_groups}),
      .expires_at = fields.text("expiresAt", {.most = app::InputLimits::time}),
      .uses = fields.integer("uses", {.least = 1, .most = app::InputLimits::invitation_uses}),
      .note = fields.optional_text("note", {.least = 0, .most = app::InputLimits::invitation_note}),
  };
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  app::Result<app::CreatedInvitation> created = context.application.enrolment.invite(wanted, actor(request));
  if (!created) return problem(created.error());
  Json json = invitation_json(created->invitation, {.too_small = true});
  json["url"] = created->url(public_url(context, request));
  return json_answer(201, json);
}

Response withdraw(Context& context, const Request& request) {
  app::Result<void> withdrawn = context.application.enrolment.withdraw(request.param("id"), actor(request));
  return withdrawn ? empty_answer() : problem(withdrawn.error());
}

}  // namespace

void add_invitations(Router& router, Context& context) {
  router.add({Method::get, "/v1/admin/invitations", Access::administrator, Body::none,
              [&context](const Request&) { return list_invitations(context); }});
  router.add({Method::post, "/v1/admin/invitations", Access::administrator, Body::json,
              [&context](const Request& request) { return invite(context, request); }});
  router.add({Method::del, "/v1/admin/invitations/{id}", Access::administrator, Body::none,
              [&context](const Request& request) { return withdraw(context, request); }});
}

}  // namespace herold::http
