#include "app/proposals.h"

#include "http/resources/answers.h"
#include "http/resources/resources.h"

namespace herold::http {
namespace {

Json outcome_json(const app::Outcome& outcome) {
  return {{"id", outcome.id}, {"state", outcome.state}, {"note", or_null(outcome.note)}};
}

Response propose(Context& context, const Request& request) {
  Document body(request.body);
  Fields fields = body.object();
  app::Proposal proposal{.url = fields.text("url", {.most = app::InputLimits::url}),
                         .title = fields.text("title", {.most = app::InputLimits::item_title}),
                         .source = "employee",
                         .note = fields.optional_text("note", {.least = 0, .most = app::InputLimits::note})};
  fields.no_others();
  if (auto refusal = body.refusal()) return *refusal;

  // By device, in memory only.
  if (auto allowed = context.propose_by_device.take(request.device->token_hash); !allowed)
    return problem(allowed.error());
  app::Result<app::Outcome> outcome = context.application.proposals.propose(proposal);
  return outcome ? json_answer(201, outcome_json(*outcome)) : problem(outcome.error());
}

Response outcome(Context& context, const Request& request) {
  app::Result<app::Outcome> outcome = context.application.proposals.outcome(request.param("id"));
  return outcome ? json_answer(200, outcome_json(*outcome)) : problem(outcome.error());
}

}  // namespace

void add_proposals(Router& router, Context& context) {
  router.add({Method::post, "/v1/proposals", Access::device, Body::json,
              [&context](const Request& request) { return propose(context, request); }});
  router.add({Method::get, "/v1/proposals/{id}", Access::device, Body::none,
              [&context](const Request& request) { return outcome(context, request); }});
}

}  // namespace herold::http
